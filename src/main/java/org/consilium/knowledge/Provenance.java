package org.consilium.knowledge;

import java.time.LocalDate;
import java.util.Locale;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement comes from and how far it can be trusted.
 *
 * @param source citation a reader can follow
 * @param jurisdiction ISO country or {@code any}
 * @param reviewedBy the clinician who checked it, absent until one has
 * @param reviewBy when it must be looked at again
 */
public record Provenance(
        Tag tag,
        Grade grade,
        String source,
        String jurisdiction,
        @Nullable String reviewedBy,
        LocalDate reviewBy) {
    /** How the statement was obtained. */
    public enum Tag {
        /** Read at the source. */
        READ,
        /** From memory of the guideline; being checked. */
        RECALLED,
        /** A code checked against its published table. */
        CHECKED,
        /** The project's own proposal, in no source. */
        PROPOSAL;

        /** Lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a reader is told. */
        public Message wording() {
            return Message.of("knowledge.tag." + word());
        }
    }

    /** Strength of evidence: A trial or meta-analysis, B large adjusted cohort, C small cohort, D consensus, E expert opinion. */
    public enum Grade {
        A,
        B,
        C,
        D,
        E;

        /** What a reader is told. */
        public Message wording() {
            return Message.of("knowledge.grade." + name().toLowerCase(Locale.ROOT));
        }
    }
}
