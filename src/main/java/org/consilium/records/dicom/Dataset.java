package org.consilium.records.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A data set: elements by tag. Asking for one that is not there, or that is of another kind than asked, gives nothing and
 * never fails.
 */
final class Dataset {
    private final TreeMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final @Nullable Dataset parent;
    private final ByteOrder order;
    private final long offset;
    private @Nullable CharacterSets characters;

    /**
     * @param parent whose character sets count when this one names none
     * @param offset where it, or the item that holds it, begins in the file
     */
    Dataset(@Nullable Dataset parent, ByteOrder order, long offset) {
        this.parent = parent;
        this.order = order;
        this.offset = offset;
    }

    /** The first element of a tag counts. */
    void add(Element element) {
        elements.putIfAbsent(element.tag(), element);
    }

    int size() {
        return elements.size();
    }

    long offset() {
        return offset;
    }

    ByteOrder order() {
        return order;
    }

    /** In the order of their tags. */
    Collection<Element> elements() {
        return elements.values();
    }

    boolean has(int tag) {
        return elements.containsKey(tag);
    }

    Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    private CharacterSets characters() {
        var known = characters;
        if (known == null) {
            var named = elements.containsKey(Tag.SpecificCharacterSet);
            known = named
                    ? CharacterSets.of(ascii(Tag.SpecificCharacterSet))
                    : parent == null ? CharacterSets.DEFAULT : parent.characters();
            characters = known;
        }
        return known;
    }

    private List<String> ascii(int tag) {
        return element(tag)
                .map(element -> element instanceof Element.Value value
                        ? split(CharacterSets.DEFAULT.decode(value.bytes(), false))
                        : List.<String>of())
                .orElse(List.of());
    }

    /** The values of a text element, in the letters of its character set, without padding. */
    List<String> strings(int tag) {
        if (!(elements.get(tag) instanceof Element.Value value)) {
            return List.of();
        }
        return switch (value.vr().form()) {
            case TEXT, WORDS -> split(decode(value));
            case PROSE -> List.of(trimmed(decode(value)));
            case SIGNED, UNSIGNED, FLOAT, TAGS ->
                numbers(value).stream().map(Number::toString).toList();
            case BYTES -> Dictionary.vr(tag).isText() ? split(characters().decode(value.bytes(), false)) : List.of();
            case ITEMS -> List.of();
        };
    }

    private String decode(Element.Value value) {
        var sets = value.vr().form() == Vr.Form.TEXT ? CharacterSets.DEFAULT : characters();
        return sets.decode(value.bytes(), value.vr() == Vr.PN);
    }

    private static List<String> split(String all) {
        var values = new ArrayList<String>();
        for (var one : all.split("\\\\", -1)) {
            values.add(trimmed(one));
        }
        return values;
    }

    private static String trimmed(String text) {
        var end = text.length();
        while (end > 0 && (text.charAt(end - 1) <= ' ')) {
            end--;
        }
        var begin = 0;
        while (begin < end && text.charAt(begin) <= ' ') {
            begin++;
        }
        return text.substring(begin, end);
    }

    /** The first value that is not empty; {@code ""} when there is none. */
    String string(int tag) {
        return strings(tag).stream()
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The first of these tags that has words. */
    Optional<String> first(int... tags) {
        for (var tag : tags) {
            var found = string(tag);
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** A whole number, binary or in digits. */
    Optional<Integer> number(int tag) {
        return decimal(tag)
                .filter(number -> Math.abs(number) <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    /** The first number, binary or in digits. */
    Optional<Double> decimal(int tag) {
        if (!(elements.get(tag) instanceof Element.Value value)) {
            return Optional.empty();
        }
        var numbers = numbers(value);
        if (!numbers.isEmpty()) {
            return Optional.of(numbers.getFirst().doubleValue());
        }
        try {
            var written = string(tag);
            return written.isEmpty() || written.length() > 40
                    ? Optional.empty()
                    : Optional.of(Double.valueOf(written)).filter(Double::isFinite);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The numbers of a binary element; empty for one in digits. */
    List<Number> numbers(Element.Value value) {
        var bytes = ByteBuffer.wrap(value.bytes()).order(order);
        var width = value.vr().width();
        var numbers = new ArrayList<Number>();
        while (bytes.remaining() >= width) {
            switch (value.vr()) {
                case SS -> numbers.add((int) bytes.getShort());
                case US -> numbers.add(bytes.getShort() & 0xFFFF);
                case SL -> numbers.add(bytes.getInt());
                case UL -> numbers.add(bytes.getInt() & 0xFFFFFFFFL);
                case SV -> numbers.add(bytes.getLong());
                case UV -> numbers.add(new java.math.BigInteger(Long.toUnsignedString(bytes.getLong())));
                case FL -> numbers.add(bytes.getFloat());
                case FD -> numbers.add(bytes.getDouble());
                case AT -> numbers.add(Tag.of(bytes.getShort() & 0xFFFF, bytes.getShort() & 0xFFFF));
                case AE,
                        AS,
                        CS,
                        DA,
                        DS,
                        DT,
                        IS,
                        LO,
                        LT,
                        OB,
                        OD,
                        OF,
                        OL,
                        OV,
                        OW,
                        PN,
                        SH,
                        SQ,
                        ST,
                        TM,
                        UC,
                        UI,
                        UN,
                        UR,
                        UT -> {
                    return numbers;
                }
            }
        }
        return numbers;
    }

    List<Dataset> items(int tag) {
        return elements.get(tag) instanceof Element.Items items ? items.items() : List.of();
    }

    Optional<Dataset> item(int tag) {
        return items(tag).stream().findFirst();
    }
}
