package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.jspecify.annotations.Nullable;

/**
 * A coded element (CE, CWE, CNE, CF): its code and the alternates, and the words for it.
 *
 * @param text the original text (CWE-9), else the first words, else the first code; null when it says nothing
 */
record Concept(List<Code> codes, @Nullable String text) {
    static final Concept NOTHING = new Concept(List.of(), null);

    Concept {
        codes = List.copyOf(codes);
    }

    static Concept of(Segment segment, int number, Systems systems) {
        return segment.field(number).map(field -> of(field, systems)).orElse(NOTHING);
    }

    static Concept of(Segment.Field field, Systems systems) {
        var codes = new ArrayList<Code>();
        add(codes, field, systems, 1, 14);
        add(codes, field, systems, 4, 17);
        add(codes, field, systems, 10, 20);
        var text = Stream.of(9, 2, 5, 11, 1, 4)
                .map(field::component)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return new Concept(codes, text);
    }

    private static void add(List<Code> codes, Segment.Field field, Systems systems, int from, int oid) {
        var code = field.component(from);
        var display = field.component(from + 1);
        var named = field.component(from + 2);
        if (code.isEmpty()
                || (from == 1
                        && display.isEmpty()
                        && named.isEmpty()
                        && code.get().contains(" "))) {
            return;
        }
        var system = systems.of(named.orElse(null), field.component(oid).orElse(null), code.get());
        codes.add(new Code(system, systems.written(system, code.get()), display.orElse(null)));
    }

    boolean isNothing() {
        return text == null;
    }

    Optional<String> words() {
        return Optional.ofNullable(text);
    }

    /** The first code as written. */
    Optional<String> word() {
        return codes.isEmpty() ? words() : Optional.of(codes.getFirst().code());
    }

    boolean has(String system, String code) {
        return codes.stream().anyMatch(each -> each.sameAs(Code.of(system, code)));
    }

    Concept orElse(Concept other) {
        return isNothing() ? other : this;
    }
}
