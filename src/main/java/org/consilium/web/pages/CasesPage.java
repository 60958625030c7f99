package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;

/** The first page: the cases of this person, and the sample people to try with. */
public record CasesPage(Frame frame, List<Row> cases, List<Row> archived, List<Sample> samples) {
    /** One case. */
    public record Row(UUID id, String title) {}

    /** One sample person. */
    public record Sample(String id, String name, Message story) {}
}
