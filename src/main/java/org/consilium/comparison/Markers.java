package org.consilium.comparison;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.comparison.DiagnosisRows.Stated;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Marker;

/** Tumour and other markers: names that mean the same, and how two results relate. */
final class Markers {
    private static final Map<String, String> SAME_NAME = Map.ofEntries(
            Map.entry("HER2NEU", "HER2"),
            Map.entry("ERBB2", "HER2"),
            Map.entry("CERBB2", "HER2"),
            Map.entry("ESTROGENRECEPTOR", "ER"),
            Map.entry("OESTROGENRECEPTOR", "ER"),
            Map.entry("RECEPTORDEESTROGENO", "ER"),
            Map.entry("PROGESTERONERECEPTOR", "PR"),
            Map.entry("PGR", "PR"),
            Map.entry("MKI67", "KI67"),
            Map.entry("CD274", "PDL1"));

    private static final Set<String> SETTLED = Set.of("positive", "negative");

    private Markers() {}

    record Result(Stated stated, Marker marker) {}

    /** One name for the spellings of a marker. */
    static String name(String written) {
        var letters = Texts.plain(written).toUpperCase(Locale.ROOT).replace(" ", "");
        return SAME_NAME.getOrDefault(letters, letters);
    }

    static Message shown(Marker marker) {
        var result = Message.of("comparison.marker." + marker.result());
        var value = marker.value();
        return value == null || value.isBlank() ? result : Message.of("comparison.marker.with", result, value);
    }

    static Judgement judge(Marker one, Marker other) {
        if (one.result().equals(other.result())) {
            return sameWord(one, other);
        }
        if (one.result().equals("not-tested") || other.result().equals("not-tested")) {
            return Judgement.refines(1, "D1-MARKER-NEW", Message.of("comparison.because.markerNew"));
        }
        if (SETTLED.contains(one.result()) && SETTLED.contains(other.result())) {
            return Judgement.differs(
                    2, "D2-MARKER-REVERSED", Message.of("comparison.because.markerReversed", one.name()));
        }
        if (one.result().equals("equivocal") || other.result().equals("equivocal")) {
            return Judgement.refines(1, "D1-MARKER-SETTLED", Message.of("comparison.because.markerSettled"));
        }
        return Judgement.notComparable(0, "D0-MARKER-FORM", Message.of("comparison.because.markerForm"));
    }

    private static Judgement sameWord(Marker one, Marker other) {
        var left = one.value();
        var right = other.value();
        if (!one.result().equals("value")
                || (left != null && right != null && Texts.plain(left).equals(Texts.plain(right)))) {
            return Judgement.agrees("D0-MARKER-SAME");
        }
        return left == null || right == null
                ? Judgement.refines(0, "D0-MARKER-VALUE-ADDED", Message.of("comparison.because.onlyOne"))
                : Judgement.differs(1, "D1-MARKER-VALUE", Message.of("comparison.because.markerValue"));
    }

    static Judgement onlyOne(Marker marker) {
        return marker.result().equals("not-tested")
                ? Judgement.onlyOne(0, "D0-MARKER-NOT-TESTED")
                : Judgement.of(
                        Comparison.Relation.ONLY_ONE_SAYS,
                        1,
                        "D1-MARKER-NEW",
                        Message.of("comparison.because.markerNew"));
    }
}
