package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.People;
import org.consilium.audit.Actor;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Looks;
import org.consilium.opinions.Opinions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compare page tells what changed since its reader last read it, until they say that they have read it. */
class CompareNewsTest {
    private static final String TOLD = "What changed since you read this on";

    private final TestSite site = TestSite.shared();
    private final Opinions opinions = site.bean(Opinions.class);
    private final Actor owner = site.bean(People.class).owner();
    private Visitor visitor = Visitor.stranger(site);
    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aSamplePersonHasComparedTwoOpinions() throws Exception {
        visitor = Visitor.in(site);
        visitor.get("/");
        var home = visitor.post("/samples/fusion", Map.of()).uri().getPath();
        caseId = UUID.fromString(home.substring("/cases/".length()));
        assertThat(page()).doesNotContain(TOLD).contains("Put in on", "not changed since");
    }

    @Test
    void nothingIsToldWhenNothingChanged() throws Exception {
        assertThat(page()).doesNotContain(TOLD);
    }

    @Test
    void anAmendedOpinionIsToldUntilItIsRead() throws Exception {
        var second = opinions.list(owner, caseId).getLast();
        save(second, second.draft().with("/treatments/0/stance", "advised-against"));

        assertThat(page()).contains(TOLD, "was changed on", "We now compare the newest form", "changed</span>");
        assertThat(page()).as("looking again is not reading").contains(TOLD);
        assertThat(page()).contains("/opinions/" + second.id() + "/history");

        visitor.post("/cases/" + caseId + "/compare/read", Map.of());

        assertThat(page()).doesNotContain(TOLD).contains("number 3, put in on");
    }

    @Test
    void aFurtherOpinionAndOneSetAsideAreTold() throws Exception {
        var list = opinions.list(owner, caseId);
        var third = list.getFirst().draft().with("/author/name", "Dr. Further").with("/id", "third");
        opinions.receive(owner, caseId, third.json().getBytes(StandardCharsets.UTF_8));

        assertThat(page()).contains("New: the opinion of Dr. Further", "There were 2 opinions. Now there are 3.");

        opinions.remove(owner, caseId, list.getFirst().id());

        assertThat(page()).contains("is no longer compared", "New: the opinion of Dr. Further");
    }

    @Test
    void anotherPersonHasNoLookAtThisCase() {
        var stranger = site.bean(People.class).add();
        var looks = site.bean(Looks.class);
        looks.look(stranger, caseId, opinions.list(owner, caseId));

        assertThat(looks.last(stranger, caseId)).isEmpty();
        assertThat(looks.last(owner, caseId))
                .get()
                .satisfies(look -> assertThat(look.then())
                        .hasSize(2)
                        .allMatch(filed -> filed.opinion().isPresent()));
    }

    private void save(Filed filed, Draft draft) {
        opinions.save(owner, caseId, filed.id(), draft);
        opinions.finish(owner, caseId, filed.id());
    }

    private String page() throws Exception {
        return visitor.get("/cases/" + caseId + "/compare").body();
    }
}
