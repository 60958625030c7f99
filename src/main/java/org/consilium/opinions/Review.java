package org.consilium.opinions;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A case in the hands of one reviewer.
 *
 * @param host who handed it on; the reviewer reads what the host may read, and no more than {@link #isBlind} leaves
 * @param opinion the one this reviewer signed; for a peer check the one to look at
 * @param draft what the reviewer has written so far
 * @param committed what they concluded before the first opinion was shown
 * @param amending why the signed opinion is being changed; absent while it stands
 */
public record Review(
        UUID caseId,
        UUID id,
        Kind kind,
        Actor host,
        Asked asked,
        boolean blinded,
        @Nullable UUID opinion,
        Draft draft,
        @Nullable Commitment committed,
        @Nullable String amending,
        Link link) {
    /** What the reviewer is asked for. */
    public enum Kind {
        OPINION,
        /** To say whether they agree with an opinion of somebody else. */
        PEER
    }

    /**
     * What the host asked.
     *
     * @param who the reviewer's name, as the host knows it; may be empty
     * @param question to the reviewer
     * @param afterwards what is open between the other doctors: it names what they proposed, so that a blinded reviewer
     *     gets it only after committing, see {@link Review#openQuestions}; may be empty
     * @param keptBack hashes of files that state the first conclusion: not shown before the reviewer has committed
     */
    public record Asked(String who, String question, String afterwards, Set<String> keptBack) {
        public Asked {
            keptBack = Set.copyOf(keptBack);
        }

        public Asked(String who, String question, Set<String> keptBack) {
            this(who, question, "", keptBack);
        }
    }

    /** The link as it now stands. */
    public record Link(
            Instant created, Instant expires, @Nullable Instant revoked, int uses, int mostUses) {
        public boolean isOpen(Instant now) {
            return revoked == null && now.isBefore(expires);
        }
    }

    /** A first read: never changed. {@code hash} is the SHA-256 of its canonical JSON. */
    public record Commitment(Draft draft, String hash, Instant at) {}

    /** True as long as the conclusion of others must not be shown to this reviewer. */
    public boolean isBlind() {
        return kind == Kind.OPINION && blinded && committed == null;
    }

    /** What is open between the other doctors; empty as long as their conclusions must not be shown. */
    public String openQuestions() {
        return kind == Kind.PEER || isBlind() ? "" : asked.afterwards();
    }

    /** True when the opinion is signed and nothing is being changed. */
    public boolean isSigned() {
        return kind == Kind.OPINION && opinion != null && amending == null;
    }
}
