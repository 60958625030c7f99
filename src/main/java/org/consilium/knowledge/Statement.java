package org.consilium.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the knowledge base as a reader meets it, whatever kind it is.
 *
 * @param words what it is called or says
 * @param provenance absent for a question: those are in the project's own words and claim nothing
 */
public record Statement(
        Kind kind, String id, Words words, @Nullable Provenance provenance) {
    /** What sort of entry it is. */
    public enum Kind {
        TRIGGER("triggers"),
        RED_FLAG("redFlags"),
        WINDOW("windows"),
        GROUP("groups"),
        CONDITION("conditions"),
        PROCEDURE("procedures"),
        TREATMENT("treatments"),
        FAILED_TRIAL("failedTrials"),
        CHECKLIST("checklists"),
        QUESTION("questions"),
        EVIDENCE("evidence"),
        ACCESS_RIGHT("accessRights"),
        EXPERT("experts"),
        VOLUME("volumes"),
        BACKGROUND("background"),
        /** A SNOMED CT code beside an ICD-10-CM code. It is counted, never listed. */
        CODE_PAIR("pairs");

        private final String section;

        Kind(String section) {
            this.section = section;
        }

        /** Its section in the files of the knowledge base. */
        String section() {
            return section;
        }

        /** Lower case, with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Every entry but the code pairs, kind by kind in the order of {@link Kind}, within a kind in the order of its file. */
    public static List<Statement> all(Knowledge knowledge) {
        return Stream.of(
                        knowledge.triggers().stream()
                                .map(it -> new Statement(Kind.TRIGGER, it.id(), it.rule(), it.provenance())),
                        knowledge.redFlags().stream()
                                .map(it -> new Statement(Kind.RED_FLAG, it.id(), it.text(), it.provenance())),
                        knowledge.windows().stream()
                                .map(it -> new Statement(Kind.WINDOW, it.id(), it.event(), it.provenance())),
                        knowledge.groups().stream()
                                .map(it -> new Statement(Kind.GROUP, it.id(), it.name(), it.provenance())),
                        knowledge.conditions().stream()
                                .map(it -> new Statement(Kind.CONDITION, it.id(), it.name(), it.provenance())),
                        knowledge.procedures().stream()
                                .map(it -> new Statement(Kind.PROCEDURE, it.id(), it.name(), it.provenance())),
                        knowledge.treatments().stream()
                                .map(it -> new Statement(Kind.TREATMENT, it.id(), it.name(), it.provenance())),
                        knowledge.failedTrials().stream()
                                .map(it -> new Statement(Kind.FAILED_TRIAL, it.id(), it.name(), it.provenance())),
                        knowledge.checklists().stream()
                                .map(it -> new Statement(Kind.CHECKLIST, it.id(), it.name(), it.provenance())),
                        knowledge.questions().stream()
                                .map(it -> new Statement(Kind.QUESTION, it.id(), it.text(), null)),
                        knowledge.evidence().stream()
                                .map(it -> new Statement(Kind.EVIDENCE, it.id(), it.text(), it.provenance())),
                        knowledge.accessRights().stream()
                                .map(it -> new Statement(Kind.ACCESS_RIGHT, it.id(), it.law(), it.provenance())),
                        knowledge.experts().stream()
                                .map(it -> new Statement(Kind.EXPERT, it.id(), it.name(), it.provenance())),
                        knowledge.volumes().stream()
                                .map(it -> new Statement(Kind.VOLUME, it.id(), it.withNumbers(), it.provenance())),
                        knowledge.background().stream()
                                .map(it -> new Statement(
                                        Kind.BACKGROUND,
                                        it.id(),
                                        new Words(
                                                it.name().en() + ". "
                                                        + it.says().en(),
                                                it.name().es() + ". "
                                                        + it.says().es()),
                                        it.provenance())))
                .flatMap(statements -> statements)
                .toList();
    }
}
