package org.consilium.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file may be the record of someone else. Only a clear contradiction counts: another date of birth; a name with
 * no part in common; or the other sex when no date of birth could settle it. Names differ in accents, order, hyphens,
 * initials and short forms between hospitals; that is no contradiction. A file that fits any identity the case already
 * has is taken as the same person's.
 */
final class WhoseRecord {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINED = Pattern.compile("['’`.]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sr", "sra", "jr", "ii", "iii", "iv", "phd", "md");
    private static final int SHORT_FORM = 3;
    private static final int MOST_PEOPLE = 100;

    private WhoseRecord() {}

    /**
     * Why a file may be someone else's, or the records of more than one person.
     *
     * @param file whom the file and the files inside of it say they are about
     * @param known the people the case already has
     */
    static Optional<Message> doubtAbout(List<Identity> file, List<Identity> known) {
        var inside = inside(file);
        if (inside.isPresent()) {
            return inside;
        }
        return file.stream()
                .flatMap(identity -> doubt(identity, known).stream())
                .findFirst();
    }

    /** How the people inside of one file differ; one who fits anybody before is the same person. */
    private static Optional<Message> inside(List<Identity> file) {
        var people = new ArrayList<Identity>();
        for (var identity : file) {
            var doubt = doubt(identity, people);
            if (doubt.isPresent()) {
                var how = doubt.get();
                return Optional.of(new Message(how.key().replace("records.review.", "intake.inside."), how.args()));
            }
            if (people.size() < MOST_PEOPLE) {
                people.add(identity);
            }
        }
        return Optional.empty();
    }

    /** Why the file may be someone else's; empty when nothing speaks against the people the case already has. */
    static Optional<Message> doubt(@Nullable Identity file, List<Identity> known) {
        if (file == null) {
            return Optional.empty();
        }
        Message first = null;
        for (var identity : known) {
            var doubt = contradiction(file, identity);
            if (doubt.isEmpty()) {
                return Optional.empty();
            }
            first = first == null ? doubt.get() : first;
        }
        return Optional.ofNullable(first);
    }

    private static Optional<Message> contradiction(Identity file, Identity known) {
        if (bothKnown(file.birthDate(), known.birthDate()) && !mayBeSame(file.birthDate(), known.birthDate())) {
            return Optional.of(Message.of("records.review.born", day(file.birthDate()), day(known.birthDate())));
        }
        if (file.identifiers().stream().anyMatch(known.identifiers()::contains)) {
            return Optional.empty();
        }
        if (!nameMayBeSame(file.names(), known.names())) {
            return Optional.of(Message.of(
                    "records.review.name",
                    file.names().getFirst(),
                    known.names().getFirst()));
        }
        var bornSettles = bothKnown(file.birthDate(), known.birthDate());
        return !bornSettles && oppositeSex(file.sex(), known.sex())
                ? Optional.of(Message.of("records.review.sex"))
                : Optional.empty();
    }

    private static boolean bothKnown(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one != null && other != null;
    }

    private static boolean mayBeSame(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one == null
                || other == null
                || (!one.latest().isBefore(other.earliest()) && !other.latest().isBefore(one.earliest()));
    }

    private static Object day(@Nullable PartialDate date) {
        return date != null && date.isDay() ? date.earliest() : String.valueOf(date);
    }

    private static boolean oppositeSex(@Nullable Sex one, @Nullable Sex other) {
        return (one == Sex.FEMALE && other == Sex.MALE) || (one == Sex.MALE && other == Sex.FEMALE);
    }

    private static boolean nameMayBeSame(List<String> one, List<String> other) {
        var parts = parts(one);
        var others = parts(other);
        return parts.isEmpty()
                || others.isEmpty()
                || parts.stream().anyMatch(part -> others.stream().anyMatch(known -> mayBeSamePart(part, known)));
    }

    private static boolean mayBeSamePart(String one, String other) {
        var shorter = one.length() <= other.length() ? one : other;
        var longer = shorter.equals(one) ? other : one;
        return longer.equals(shorter)
                || (shorter.length() >= SHORT_FORM && (longer.startsWith(shorter) || longer.endsWith(shorter)));
    }

    /** Lower case letters without accents; a letter alone is an initial and says too little. */
    private static Set<String> parts(List<String> names) {
        return names.stream()
                .map(name -> MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll(""))
                .map(name -> JOINED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""))
                .flatMap(BETWEEN::splitAsStream)
                .filter(part -> part.codePointCount(0, part.length()) > 1 || !isLatin(part))
                .filter(part -> !part.isEmpty() && !TITLES.contains(part))
                .collect(Collectors.toSet());
    }

    private static boolean isLatin(String part) {
        return part.isEmpty() || part.codePointAt(0) < 0x250;
    }
}
