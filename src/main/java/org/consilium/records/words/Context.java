package org.consilium.records.words;

import java.util.List;
import org.consilium.clinical.PartialDate;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Numbers;
import org.jspecify.annotations.Nullable;

/** What all proposals of one document share. */
record Context(
        String file,
        DocumentKind kind,
        boolean spanish,
        List<Line> lines,
        Dates dates,
        DocumentDates when,
        @Nullable PartialDate date,
        Numbers numbers) {}
