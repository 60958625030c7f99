package org.consilium.sharing;

import static org.consilium.sharing.Worded.asWritten;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.language.Message;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.PeerCheck;
import org.consilium.opinions.SignatureCheck;
import org.consilium.sharing.Worded.Block;
import org.consilium.sharing.Worded.Line;
import org.jspecify.annotations.Nullable;

/** A whole opinion in words: labels in the reader's language, what the doctor wrote as it was written. Pure. */
final class OpinionInWords {
    private OpinionInWords() {}

    /** The parts in the order a person needs them; what the doctor left out has no part. */
    static List<Worded> parts(Opinion opinion) {
        return Stream.of(
                        part("author", List.of(author(opinion))),
                        part(
                                "diagnoses",
                                opinion.diagnoses().stream()
                                        .map(OpinionInWords::diagnosis)
                                        .toList()),
                        part("urgency", urgency(opinion.urgency())),
                        part(
                                "treatments",
                                opinion.treatments().stream()
                                        .map(TreatmentInWords::of)
                                        .toList()),
                        part(
                                "tests",
                                opinion.testsRequested().stream()
                                        .map(OpinionInWords::test)
                                        .toList()),
                        part("basis", basis(opinion.basis())),
                        part(
                                "sure",
                                lines(
                                        said("certaintyStatement", opinion.certaintyStatement()),
                                        said("wouldChangeMind", opinion.wouldChangeMind()))),
                        part("interests", lines(said(null, opinion.conflictOfInterest()))),
                        part("narrative", lines(said(null, opinion.narrative()))))
                .filter(part -> !part.blocks().isEmpty())
                .toList();
    }

    private static Worded part(String id, List<Block> blocks) {
        return new Worded(id, Message.of("fhirdoc.part." + id), blocks);
    }

    static Block author(Opinion opinion) {
        var author = opinion.author();
        return new Block(
                asWritten(author.name()),
                known(
                        said("author.specialty", author.specialty()),
                        said("author.organisation", author.organisation()),
                        labelled("fhirdoc.country", author.country()),
                        said("author.npi", author.npi()),
                        new Line(Message.of("web.opinion.field.date"), Message.of("fhirdoc.day", opinion.date()))));
    }

    static Block diagnosis(Opinion.Diagnosis diagnosis) {
        var lines = new ArrayList<Line>(known(
                worded("role", "web.opinion.field.diagnoses.role", diagnosis.role()),
                worded("certainty", "web.opinion.field.diagnoses.certainty", diagnosis.certainty()),
                said("diagnoses.bodySite", diagnosis.bodySite()),
                worded("laterality", "web.opinion.field.diagnoses.laterality", diagnosis.laterality()),
                stage(diagnosis.stage()),
                said("diagnoses.grade", diagnosis.grade())));
        diagnosis.markers().forEach(marker -> lines.add(marker(marker)));
        lines.addAll(codes(diagnosis.codes().stream().map(Worded::code).toList()));
        return new Block(asWritten(diagnosis.text()), lines);
    }

    private static @Nullable Line stage(Opinion.@Nullable Stage stage) {
        if (stage == null) {
            return null;
        }
        var words = Stream.of(stage.group(), stage.t(), stage.n(), stage.m())
                .filter(Objects::nonNull)
                .filter(Predicate.not(String::isBlank))
                .collect(Collectors.joining(" "));
        if (words.isEmpty()) {
            return null;
        }
        var said = asWritten(words);
        if (stage.type() != null) {
            said = Message.of("decision.measure.and", said, Message.of("fhirdoc.stage." + stage.type()));
        }
        var system = stage.system();
        return new Line(
                Message.of("fhirdoc.stage"),
                system == null || system.isBlank() ? said : Message.of("decision.measure.and", said, system));
    }

    private static Line marker(Opinion.Marker marker) {
        var value = marker.value();
        var result = Message.of("web.opinion.result." + marker.result());
        if (value == null || value.isBlank()) {
            return new Line(asWritten(marker.name()), result);
        }
        return new Line(
                asWritten(marker.name()),
                marker.result().equals("value") ? asWritten(value) : Message.of("decision.measure.and", result, value));
    }

    static List<Line> codes(List<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : List.of(new Line(Message.of("fhirdoc.codes"), asWritten(String.join("; ", codes))));
    }

    private static List<Block> urgency(Opinion.@Nullable UrgencyStatement urgency) {
        if (urgency == null) {
            return List.of();
        }
        return lines(
                worded("urgency", "web.opinion.field.urgency.class", urgency.level()),
                urgency.startBy() == null
                        ? null
                        : new Line(
                                Message.of("web.opinion.field.urgency.startBy"),
                                Message.of("fhirdoc.day", urgency.startBy())),
                said("urgency.text", urgency.text()));
    }

    static Block test(Opinion.TestRequest test) {
        var lines = new ArrayList<Line>(known(said("testsRequested.why", test.why())));
        lines.addAll(codes(test.codes().stream().map(Worded::code).toList()));
        return new Block(asWritten(test.text()), lines);
    }

    private static List<Block> basis(Opinion.@Nullable Basis basis) {
        if (basis == null) {
            return List.of();
        }
        var lines = new ArrayList<Line>(known(
                yesNo("basis.examinedPatient", basis.examinedPatient()),
                yesNo("basis.knewFirstOpinion", basis.knewFirstOpinion())));
        for (var seen : basis.saw()) {
            var words = Stream.of(seen.what(), seen.date())
                    .filter(Objects::nonNull)
                    .filter(Predicate.not(String::isBlank))
                    .collect(Collectors.joining(", "));
            var kind = Message.of("web.opinion.seen." + seen.kind());
            lines.add(new Line(kind, words.isEmpty() ? Message.of("fhirdoc.seen") : asWritten(words)));
        }
        return lines.isEmpty() ? List.of() : List.of(new Block(null, lines));
    }

    /** Who signed, whether it is still as signed, how to check it, and what second reviewers said. */
    static Worded signature(Draft whole, List<PeerCheck> checks) {
        var check = OpinionSignature.check(whole);
        var lines = new ArrayList<Line>();
        switch (check) {
            case SignatureCheck.Unsigned unsigned ->
                lines.add(new Line(null, Message.of("workbench.signature.unsigned")));
            case SignatureCheck.NotReadable unreadable ->
                lines.add(new Line(null, Message.of("workbench.signature.unreadable")));
            case SignatureCheck.ChangedAfterSigning(var fingerprint) -> {
                lines.add(new Line(null, Message.of("workbench.signature.changed")));
                lines.add(new Line(Message.of("fhirdoc.fingerprint"), asWritten(fingerprint)));
            }
            case SignatureCheck.Intact(var fingerprint, var signed) -> {
                var day = signed.atZone(ZoneOffset.UTC).toLocalDate();
                lines.add(new Line(null, Message.of("workbench.signature.intact", day)));
                lines.add(new Line(Message.of("fhirdoc.fingerprint"), asWritten(fingerprint)));
                lines.add(new Line(null, Message.of("fhirdoc.verify")));
            }
        }
        for (var peer : checks) {
            var words = Message.of(peer.agrees() ? "fhirdoc.peer.agrees" : "fhirdoc.peer.not", day(peer));
            lines.add(new Line(
                    asWritten(peer.name()),
                    peer.comment().isBlank() ? words : Message.of("decision.with", words, peer.comment())));
        }
        return part("signature", List.of(new Block(null, lines)));
    }

    private static Object day(PeerCheck peer) {
        return peer.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable Line yesNo(String field, @Nullable Boolean answer) {
        return answer == null
                ? null
                : new Line(Message.of("web.opinion.field." + field), Message.of("web.opinion.yesno." + answer));
    }

    /** A word of the schema in the reader's language. */
    static @Nullable Line worded(String list, String label, @Nullable String word) {
        return word == null ? null : new Line(Message.of(label), Message.of("web.opinion." + list + "." + word));
    }

    static @Nullable Line said(@Nullable String field, @Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : new Line(field == null ? null : Message.of("web.opinion.field." + field), asWritten(words));
    }

    static @Nullable Line labelled(String label, @Nullable String words) {
        return words == null || words.isBlank() ? null : new Line(Message.of(label), asWritten(words));
    }

    static List<Line> known(@Nullable Line... lines) {
        var known = new ArrayList<Line>();
        for (var line : lines) {
            if (line != null) {
                known.add(line);
            }
        }
        return known;
    }

    private static List<Block> lines(@Nullable Line... lines) {
        var known = known(lines);
        return known.isEmpty() ? List.of() : List.of(new Block(null, known));
    }
}
