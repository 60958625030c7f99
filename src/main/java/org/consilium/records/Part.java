package org.consilium.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file found inside another one: in an archive, or attached to a record.
 *
 * @param place where in the outermost file, in the form of {@link org.consilium.clinical.Source#at}: each step into a file
 *     ends with {@code !}, for example {@code summaries.zip!visit.xml!}
 * @param name what to call it
 * @param facts how many it gave, those of its own parts not counted
 */
public record Part(
        String place,
        String name,
        Format format,
        Reading.Status status,
        int facts,
        List<Problem> problems,
        @Nullable Identity patient) {
    public Part {
        problems = List.copyOf(problems);
    }
}
