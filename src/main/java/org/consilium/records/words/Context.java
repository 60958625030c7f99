package org.consilium.records.words;

import java.util.List;

/** What all proposals of one document share. */
record Context(
        String file, DocumentKind kind, boolean spanish, List<Line> lines, Dates dates, DocumentDates when, Numbers numbers) {}
