package org.consilium.records.hl7v2;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.records.hl7v2.Harvest.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Observations (OBX): a laboratory value, a vital sign or a social finding each; a file; or a line of the report they belong
 * to. An observation is a line of its report when it is text and the report is one told in words (imaging, pathology, a
 * document), when several text observations share one name, when it has no name, or when it is long.
 */
final class Results {
    /** hl7.org/fhir/R4/observation-vitalsigns.html and the further vital signs of US Core. */
    private static final Set<String> VITAL_SIGNS = Set.of(
            "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2", "9843-4", "8289-1", "29463-7",
            "3141-9", "39156-5", "59576-9", "77606-2", "85354-9", "8480-6", "8462-4", "8287-5", "55284-4", "8306-3",
            "8331-1", "8333-7", "72514-3", "3150-6", "3151-8", "8478-0", "56086-2", "8280-0");

    private static final Set<String> SOCIAL =
            Set.of("72166-2", "74013-4", "11367-0", "63640-7", "64234-8", "82589-3", "74010-0", "11331-6");
    private static final Set<String> TEXT_TYPES = Set.of("TX", "FT", "ST", "");
    private static final int LONG = 200;
    private static final Code STUDY = Code.of(CodeSystems.DICOM, "113014");

    private final Harvest harvest;
    private final Context context;
    private final Map<String, Integer> named = new HashMap<>();
    private String heading = "";

    Results(Harvest harvest, Context context) {
        this.harvest = harvest;
        this.context = context;
    }

    /** @param segments the observations that belong together, and others, which are passed over */
    void begin(Iterable<Segment> segments) {
        named.clear();
        heading = "";
        for (var segment : segments) {
            if (segment.name().equals("OBX") && TEXT_TYPES.contains(type(segment))) {
                named.merge(segment.raw(3), 1, Integer::sum);
            }
        }
    }

    private static String type(Segment observation) {
        return observation.value(2).orElse("").toUpperCase(java.util.Locale.ROOT);
    }

    void read(Segment observation) {
        var type = type(observation);
        if (type.equals("ED") || type.equals("RP")) {
            file(observation, type);
            return;
        }
        var concept = Concept.of(observation, 3, context.systems());
        var report = context.report();
        if (report != null && concept.codes().stream().anyMatch(STUDY::sameAs)) {
            report.detail(Detail.STUDY, observation.value(5));
            harvest.count(Reason.TEXT, observation.place());
            return;
        }
        if (context.isVaccination() || isLine(observation, type, concept)) {
            line(observation, concept);
            return;
        }
        var values = observation.all(5);
        if (values.isEmpty()) {
            context.add(draft(observation, concept), observation.place());
        }
        for (var value : values) {
            var found = ResultValues.of(type, value, observation, context.systems());
            context.add(draft(observation, concept).value(found), observation.place());
        }
    }

    private boolean isLine(Segment observation, String type, Concept concept) {
        if (!TEXT_TYPES.contains(type) || observation.field(6).isPresent()) {
            return false;
        }
        if (context.isToldInWords() || concept.isNothing()) {
            return true;
        }
        var length = observation.raw(5).length();
        var times = named.getOrDefault(observation.raw(3), 0);
        return length > LONG || (times > 1 && !type.equals("ST")) || times > 2;
    }

    private void line(Segment observation, Concept concept) {
        var report = context.textTarget(observation);
        var name = concept.words().orElse("");
        if (!name.equals(heading) && !name.isEmpty() && (context.isVaccination() || named.size() > 1)) {
            heading = name;
            report.note(name + ":");
        }
        var type = type(observation);
        var coded = !TEXT_TYPES.contains(type);
        for (var each : observation.all(5)) {
            var value = coded ? ResultValues.of(type, each, observation, context.systems()) : null;
            report.note(value == null ? each.text() : value.text());
        }
        if (observation.all(5).isEmpty()) {
            report.note("");
        }
        report.alsoAt(observation.place());
        harvest.count(Reason.TEXT, observation.place());
    }

    private Draft draft(Segment observation, Concept concept) {
        var kind = kind(concept);
        var draft = new Draft(kind, observation.place())
                .of(concept)
                .status(Statuses.ofObservation(observation.value(11).orElse("")))
                .when(Optional.ofNullable(context.resultDate()))
                .when(date(observation))
                .detail(Detail.INTERPRETATION, observation.value(8))
                .detail(Detail.REFERENCE_RANGE, observation.field(7).map(Segment.Field::words))
                .detail(Detail.BODY_SITE, observation.value(20, 2))
                .detail(Detail.PERFORMER, observation.person(25).or(() -> observation.value(23)))
                .detail(
                        Detail.CATEGORY,
                        switch (kind) {
                            case VITAL -> "vital-signs";
                            case SOCIAL_HISTORY -> "social-history";
                            default -> context.service().isEmpty() ? "laboratory" : context.service();
                        });
        if (!draft.isNamed()) {
            draft.of(context.asked());
        }
        context.parent().ifPresent(draft::note);
        return draft;
    }

    private Optional<PartialDate> date(Segment observation) {
        var found = observation.date(14);
        if (found.isEmpty() && observation.field(14).isPresent()) {
            harvest.count(Reason.DATE, observation.place());
        }
        return found;
    }

    private static FactKind kind(Concept concept) {
        var loinc = concept.codes().stream()
                .filter(code -> code.in(CodeSystems.LOINC))
                .toList();
        if (loinc.stream().anyMatch(code -> VITAL_SIGNS.contains(code.code()))) {
            return FactKind.VITAL;
        }
        return loinc.stream().anyMatch(code -> SOCIAL.contains(code.code())) ? FactKind.SOCIAL_HISTORY : FactKind.LAB;
    }

    /** A file within the message, or the address of one elsewhere. */
    private void file(Segment observation, String type) {
        var concept = Concept.of(observation, 3, context.systems()).orElse(context.asked());
        var field = observation.field(5).orElse(null);
        if (field == null) {
            harvest.count(Reason.EMPTY_FILE, observation.place());
            return;
        }
        if (type.equals("RP")) {
            harvest.count(Reason.ELSEWHERE, observation.place());
            var draft = new Draft(FactKind.DOCUMENT, observation.place())
                    .of(concept)
                    .status(Statuses.ofObservation(observation.value(11).orElse("")))
                    .when(Optional.ofNullable(context.resultDate()))
                    .when(date(observation))
                    .value(new Value.Words(field.words()));
            context.add(draft, observation.place());
            return;
        }
        var bytes = decoded(field);
        if (bytes == null || bytes.length == 0) {
            harvest.count(bytes == null ? Reason.BROKEN_FILE : Reason.EMPTY_FILE, observation.place());
            return;
        }
        var called = concept.words()
                .or(() -> field.component(3))
                .or(() -> field.component(2))
                .orElse("OBX");
        harvest.part(observation.place(), called, bytes);
    }

    /** ED-4 names the encoding (table 0299); ED-5 is the file. */
    private static byte @Nullable [] decoded(Segment.Field field) {
        var sent = field.sent(5);
        var encoding = field.component(4).orElse("").toLowerCase(java.util.Locale.ROOT);
        if (encoding.startsWith("hex")) {
            try {
                return java.util.HexFormat.of().parseHex(sent.replaceAll("\\s", ""));
            } catch (IllegalArgumentException notHexadecimal) {
                return null;
            }
        }
        if (!encoding.startsWith("base64")) {
            return field.delimiters().plain(sent).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        try {
            var clean = sent.replace("\\.br\\", "").replace("\\X0D\\\\X0A\\", "");
            return Base64.getMimeDecoder().decode(clean);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
