package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String DATA = TestDatabase.dataFolder();
    private static final TestRooms ROOMS = TestRooms.on(
            TestDatabase.freshSchemas(),
            Map.of("consilium.data", DATA),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.vault",
            "org.consilium.opinions");

    private final Opinions opinions = ROOMS.bean(Opinions.class);
    private final Reviews reviews = ROOMS.bean(Reviews.class);
    private final Workbench workbench = ROOMS.bean(Workbench.class);
    private Actor host = new Actor(UUID.randomUUID());
    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCaseWithAFirstOpinion() {
        host = ROOMS.bean(People.class).add();
        caseId = ROOMS.bean(Cases.class)
                .open(host, new NewCase("My back", Whose.SELF, null, "en"))
                .id();
        opinions.receive(host, caseId, Samples.bytes(Samples.WHOLE));
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void theFirstOpinionIsShownOnlyAfterCommitting() {
        var reviewer = invited(true);
        assertThat(workbench.conclusions(reviewer, NOW)).isEmpty();
        assertThat(workbench.commit(reviewer, NOW)).isInstanceOf(ReviewStep.Incomplete.class);
        assertThat(workbench.sign(reviewer, NOW)).isEqualTo(new ReviewStep.NotNow());
        workbench.save(reviewer, own(), NOW);
        assertThat(workbench.conclusions(reviewer, NOW)).isEmpty();

        assertThat(workbench.commit(reviewer, NOW)).isInstanceOf(ReviewStep.Done.class);

        assertThat(workbench.conclusions(reviewer, NOW)).hasSize(1);
        assertThat(workbench.commit(reviewer, NOW)).isEqualTo(new ReviewStep.NotNow());
    }

    @Test
    void aViewThatStayedAsItWasDidNotKnowTheFirstOne() {
        var reviewer = committed();
        workbench.save(reviewer, own().with("/conflictOfInterest", "none"), NOW);

        assertThat(workbench.sign(reviewer, NOW)).isInstanceOf(ReviewStep.Done.class);

        var signed = workbench.signed(reviewer, NOW).orElseThrow();
        assertThat(signed.draft().answer("/basis/knewFirstOpinion")).contains("false");
        assertThat(OpinionSignature.check(signed.draft())).isInstanceOf(SignatureCheck.Intact.class);
        assertThat(opinions.finished(host, caseId)).hasSize(2);
    }

    @Test
    void aViewThatWasChangedKnewTheFirstOneAndBothAreStored() {
        var reviewer = committed();
        workbench.save(
                reviewer,
                own().with("/treatments/0/stance", "advised-against").with("/conflictOfInterest", "none"),
                NOW);
        workbench.sign(reviewer, NOW);

        var signed = workbench.signed(reviewer, NOW).orElseThrow();
        assertThat(signed.draft().answer("/basis/knewFirstOpinion")).contains("true");
        var first = reviews.firstRead(host, caseId, signed.id()).orElseThrow();
        assertThat(first.draft().answer("/treatments/0/stance")).contains("recommended");
        assertThat(first.hash()).isEqualTo(OpinionSignature.hash(first.draft()));
        assertThat(first.at()).isEqualTo(NOW);
    }

    @Test
    void nobodySignsWithoutSayingWhatCouldSwayThem() {
        var reviewer = committed();

        assertThat(workbench.sign(reviewer, NOW))
                .isInstanceOfSatisfying(
                        ReviewStep.Incomplete.class,
                        open -> assertThat(open.problems())
                                .extracting(OpinionJson.Problem::at)
                                .containsExactly("/conflictOfInterest"));
    }

    @Test
    void anAmendedOpinionKeepsWhatWasSignedBefore() {
        var reviewer = committed();
        workbench.save(reviewer, own().with("/conflictOfInterest", "none"), NOW);
        workbench.sign(reviewer, NOW);
        var id = workbench.signed(reviewer, NOW).orElseThrow().id();
        assertThat(workbench.save(reviewer, Draft.EMPTY, NOW)).isEqualTo(new ReviewStep.NotNow());
        assertThat(workbench.amend(reviewer, " ", NOW)).isInstanceOf(ReviewStep.Incomplete.class);

        workbench.amend(reviewer, "New scan", NOW);
        workbench.save(reviewer, own().with("/narrative", "After the scan").with("/conflictOfInterest", "none"), NOW);
        workbench.sign(reviewer, NOW);

        assertThat(opinions.find(host, caseId, id).orElseThrow().draft().answer("/narrative"))
                .contains("After the scan");
        assertThat(opinions.history(host, caseId, id))
                .extracting(filed ->
                        OpinionSignature.check(filed.draft()).getClass().getSimpleName())
                .containsExactly("Intact", "Intact");
        assertThat(reviews.reasons(host, caseId, id)).isEqualTo(Map.of(2, "New scan"));
        assertThat(opinions.finished(host, caseId)).hasSize(2);
    }

    @Test
    void aPeerSaysWhatTheyThinkOnceAndChangesNothing() {
        var opinion = opinions.list(host, caseId).getFirst();
        var wanted =
                new NewReview(new Review.Asked("Dr. Peer", "", Set.of()), true, Duration.ofDays(1), 5, opinion.id());
        var peer = reviews.enter(
                        reviews.invite(host, caseId, wanted, NOW).orElseThrow().token(), NOW)
                .orElseThrow();

        assertThat(workbench.conclusions(peer, NOW)).containsExactly(opinion);
        assertThat(workbench.check(peer, "Dr. Peer", false, "I would wait", NOW))
                .isInstanceOf(ReviewStep.Done.class);
        assertThat(workbench.check(peer, "Dr. Peer", true, "", NOW)).isEqualTo(new ReviewStep.NotNow());
        assertThat(workbench.save(peer, own(), NOW)).isEqualTo(new ReviewStep.NotNow());
        assertThat(reviews.checks(host, caseId, opinion.id()))
                .containsExactly(new PeerCheck("Dr. Peer", false, "I would wait", 1, NOW));
        assertThat(opinions.find(host, caseId, opinion.id())).contains(opinion);
    }

    @Test
    void aLinkEndsByTimeByUsesAndByTakingItBack() {
        var invited = reviews.invite(host, caseId, wanted(true), NOW).orElseThrow();
        var later = NOW.plus(Duration.ofDays(2));
        assertThat(reviews.enter(invited.token(), later)).isEmpty();
        assertThat(reviews.enter("0".repeat(64), NOW)).isEmpty();
        var reviewer = reviews.enter(invited.token(), NOW).orElseThrow();
        assertThat(reviews.enter(invited.token(), NOW)).isPresent();
        assertThat(reviews.enter(invited.token(), NOW)).isEmpty();

        assertThat(workbench.find(reviewer, later)).isEmpty();
        assertThat(reviews.revoke(host, caseId, invited.review().id())).isTrue();

        assertThat(workbench.find(reviewer, NOW)).isEmpty();
        assertThat(workbench.save(reviewer, own(), NOW)).isEqualTo(new ReviewStep.NotNow());
        assertThat(workbench.conclusions(reviewer, NOW)).isEmpty();
    }

    @Test
    void aReviewerIsNoMemberAndAStrangerMakesNoLink() {
        var reviewer = committed();
        assertThat(opinions.list(reviewer.actor(), caseId)).isEmpty();
        assertThat(reviews.list(reviewer.actor(), caseId)).isEmpty();
        assertThat(reviews.invite(reviewer.actor(), caseId, wanted(true), NOW)).isEmpty();
        assertThat(reviews.revoke(reviewer.actor(), caseId, reviewer.review())).isFalse();
        var other = new Reviewer(caseId, reviewer.review(), new Actor(UUID.randomUUID()));
        assertThat(workbench.find(other, NOW)).isEmpty();
        assertThat(workbench.conclusions(other, NOW)).isEmpty();
    }

    @Test
    void theSigningKeyLiesClosedInTheDataFolder() throws Exception {
        var reviewer = committed();
        workbench.save(reviewer, own().with("/conflictOfInterest", "none"), NOW);
        workbench.sign(reviewer, NOW);

        var file = Path.of(DATA, "secrets", "authors", reviewer.actor().person() + ".key");
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readString(file)).doesNotContain("MC4CAQAwBQYDK2Vw");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private Reviewer committed() {
        var reviewer = invited(true);
        workbench.save(reviewer, own(), NOW);
        workbench.commit(reviewer, NOW);
        return reviewer;
    }

    private Reviewer invited(boolean blinded) {
        var token =
                reviews.invite(host, caseId, wanted(blinded), NOW).orElseThrow().token();
        return reviews.enter(token, NOW).orElseThrow();
    }

    private static NewReview wanted(boolean blinded) {
        return new NewReview(new Review.Asked("Dr. B", "What is it?", Set.of()), blinded, Duration.ofDays(1), 2, null);
    }

    private static Draft own() {
        return Draft.EMPTY
                .with("/author/name", "Dr. B")
                .with("/date", "2026-03-02")
                .with("/diagnoses/0/text", "Sciatica")
                .with("/treatments/0/text", "Exercise")
                .with("/treatments/0/stance", "recommended")
                .with("/treatments/0/kind", "rehabilitation");
    }
}
