package org.consilium.records.hl7v2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;

/** Diagnoses (DG1), problems (PRB), allergies (AL1, IAM) and procedures (PR1). */
final class Findings {
    private static final Pattern NONE_KNOWN = Pattern.compile(
            "\\bno (?:known|history of) .{0,40}allerg|\\bnone known\\b|^nk(?:d?a|fa)$|\\bsin alergias? conocidas?",
            Pattern.CASE_INSENSITIVE);
    private static final String NO_KNOWN_ALLERGY = "716186003";

    private final Context context;

    Findings(Context context) {
        this.context = context;
    }

    void diagnosis(Segment segment) {
        var concept = context.withMethod(Concept.of(segment, 3, context.systems()), segment.value(2));
        var type = segment.value(6).orElse("").toUpperCase(Locale.ROOT);
        var deleted = segment.value(21).orElse("").equals("D");
        var draft = new Draft(FactKind.CONDITION, segment.place())
                .codes(concept.codes())
                .named(ownWords(concept), segment.value(4), concept.words())
                .when(segment.date(5))
                .status(deleted ? "entered-in-error" : "unknown")
                .detail(Detail.CATEGORY, "encounter-diagnosis")
                .detail(Detail.RECORDED, segment.date(19).map(Object::toString))
                .detail(Detail.PERFORMER, segment.person(16))
                .detail(
                        Detail.VERIFICATION,
                        switch (type) {
                            case "A", "W" -> "provisional";
                            case "F" -> "confirmed";
                            default -> "";
                        });
        context.add(draft, segment.place());
    }

    /** The words of a concept, unless they are only its code. */
    private static Optional<String> ownWords(Concept concept) {
        return concept.words()
                .filter(words -> concept.codes().stream()
                        .noneMatch(code -> code.code().equals(words)
                                || code.code().replace(".", "").equals(words)));
    }

    void problem(Segment segment) {
        var concept = Concept.of(segment, 3, context.systems());
        var resolved = segment.date(9);
        var draft = new Draft(FactKind.CONDITION, segment.place())
                .of(concept)
                .when(segment.date(16, 7))
                .until(resolved)
                .status(problemStatus(segment, resolved.isPresent()))
                .detail(Detail.CATEGORY, "problem-list-item")
                .detail(Detail.ONSET, segment.value(17))
                .detail(Detail.RECORDED, segment.date(7, 2).map(Object::toString))
                .detail(Detail.VERIFICATION, segment.value(13, 2).or(() -> segment.value(13)));
        context.add(draft, segment.place());
    }

    /** PRB-1 (table 0287) and the words of PRB-14. */
    private static String problemStatus(Segment segment, boolean resolved) {
        if (segment.value(1).orElse("").equals("DE")) {
            return "entered-in-error";
        }
        if (resolved) {
            return "resolved";
        }
        var state = segment.value(14, 2).or(() -> segment.value(14)).orElse("").toLowerCase(Locale.ROOT);
        return List.of("inactive", "resolved", "remission", "recurrence", "relapse", "active").stream()
                .filter(state::contains)
                .findFirst()
                .orElse("unknown");
    }

    void allergy(Segment segment) {
        var draft = allergy(segment, segment.date(6))
                .detail(Detail.REACTION, words(segment, 5))
                .status("unknown");
        context.add(draft, segment.place());
    }

    void adverseReaction(Segment segment) {
        var verification = segment.value(17).orElse("").toUpperCase(Locale.ROOT);
        var deleted = segment.value(6).orElse("").equals("D");
        var draft = allergy(segment, segment.date(11))
                .detail(Detail.REACTION, words(segment, 5))
                .detail(Detail.ONSET, segment.value(12))
                .detail(Detail.RECORDED, segment.date(13).map(Object::toString))
                .status(
                        deleted || verification.equals("E")
                                ? "entered-in-error"
                                : verification.equals("I") ? "inactive" : "unknown")
                .detail(
                        Detail.VERIFICATION,
                        switch (verification) {
                            case "C" -> "confirmed";
                            case "D", "S", "P", "U" -> "unconfirmed";
                            default -> "";
                        });
        context.add(draft, segment.place());
    }

    /** What AL1 and IAM have in common: kind, substance and severity (tables 0127 and 0128). */
    private Draft allergy(Segment segment, Optional<org.consilium.clinical.PartialDate> onset) {
        var substance = Concept.of(segment, 3, context.systems());
        var name = substance.words().orElse("");
        var none = NONE_KNOWN.matcher(name).find() || substance.has(CodeSystems.SNOMED, NO_KNOWN_ALLERGY);
        return new Draft(FactKind.ALLERGY, segment.place())
                .of(substance)
                .named(words(segment, 5))
                .when(onset)
                .detail(Detail.NEGATED, none ? "yes" : "")
                .detail(
                        Detail.CATEGORY,
                        switch (segment.value(2).orElse("").toUpperCase(Locale.ROOT)) {
                            case "DA", "DRUG" -> "medication";
                            case "FA", "FOOD" -> "food";
                            case "EA", "AA", "LA", "PA" -> "environment";
                            default -> "";
                        })
                .detail(
                        Detail.SEVERITY,
                        switch (segment.value(4).orElse("").toUpperCase(Locale.ROOT)) {
                            case "SV" -> Optional.of("severe");
                            case "MO" -> Optional.of("moderate");
                            case "MI" -> Optional.of("mild");
                            case "U", "" -> Optional.<String>empty();
                            default -> segment.value(4, 2).or(() -> segment.value(4));
                        });
    }

    /** IAR: one more reaction to the substance before. */
    void furtherReaction(Segment segment) {
        var allergy = context.last();
        if (allergy != null && allergy.kind() == FactKind.ALLERGY) {
            words(segment, 1).ifPresent(allergy::note);
        }
    }

    /** PDA: what a person died of. */
    void causeOfDeath(Segment segment) {
        for (var cause : segment.all(1)) {
            var draft = new Draft(FactKind.CONDITION, segment.place())
                    .of(Concept.of(cause, context.systems()))
                    .detail(Detail.CATEGORY, "cause-of-death");
            context.add(draft, segment.place());
        }
    }

    private static Optional<String> words(Segment segment, int number) {
        var words = segment.all(number).stream()
                .map(Words::told)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    void procedure(Segment segment) {
        var concept = context.withMethod(Concept.of(segment, 3, context.systems()), segment.value(2));
        var when = segment.date(5);
        var sent = context.message().sent();
        var done = when.isPresent() && sent != null && !when.get().earliest().isAfter(sent.latest());
        var reason = Concept.of(segment, 15, context.systems());
        var draft = new Draft(FactKind.PROCEDURE, segment.place())
                .codes(concept.codes())
                .named(ownWords(concept), segment.value(4), concept.words())
                .when(when)
                .status(segment.value(20).orElse("").equals("D") ? "entered-in-error" : done ? "completed" : "unknown")
                .detail(Detail.PERFORMER, segment.person(11).or(() -> segment.person(8)))
                .detail(Detail.REASON, reason.words())
                .detail(Detail.REASON_CODES, Context.codes(List.of(reason)));
        context.add(draft, segment.place());
    }
}
