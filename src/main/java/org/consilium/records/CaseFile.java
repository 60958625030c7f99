package org.consilium.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * All that the records of one case say, as one immutable value.
 *
 * @param facts merged, in a fixed order; what a person has to confirm first is not among them
 * @param birthDate absent when no record says it, or when the records contradict each other
 * @param sex absent when no record says it, or when the records contradict each other
 * @param hash of the content: the same facts give the same hash, in whatever order the files came
 * @param proposals facts found in words or pictures, for the person to confirm or correct; nothing is concluded from them
 */
public record CaseFile(
        List<Fact> facts,
        @Nullable PartialDate birthDate,
        @Nullable Sex sex,
        String hash,
        List<Fact> proposals) {
    public CaseFile {
        facts = List.copyOf(facts);
        proposals = List.copyOf(proposals);
    }

    /** A case without proposals. */
    public CaseFile(List<Fact> facts, @Nullable PartialDate birthDate, @Nullable Sex sex, String hash) {
        this(facts, birthDate, sex, hash, List.of());
    }

    /** Merges what the files said; see {@link Merge} for what counts as the same. */
    public static CaseFile of(Collection<Reading> readings) {
        var facts =
                readings.stream().flatMap(reading -> reading.facts().stream()).toList();
        var patients = readings.stream()
                .flatMap(reading -> Stream.concat(
                        Stream.ofNullable(reading.patient()),
                        reading.parts().stream().map(Part::patient).filter(Objects::nonNull)))
                .distinct()
                .toList();
        return of(facts, patients);
    }

    /** The same for facts and identities read earlier. */
    public static CaseFile of(Collection<Fact> facts, Collection<Identity> patients) {
        var merged = Merge.of(facts.stream().filter(fact -> !fact.isProposed()).toList());
        var proposals = Merge.of(facts.stream().filter(Fact::isProposed).toList());
        var birthDate = birthDate(patients);
        var sex = sex(patients);
        return new CaseFile(merged, birthDate, sex, hash(merged, birthDate, sex), proposals);
    }

    /** The same person with other facts. */
    static CaseFile of(CaseFile same, List<Fact> facts, List<Fact> proposals) {
        var hash = hash(facts, same.birthDate(), same.sex());
        return new CaseFile(facts, same.birthDate(), same.sex(), hash, proposals);
    }

    /** The most exact one, if all the others can mean the same day. */
    private static @Nullable PartialDate birthDate(Collection<Identity> patients) {
        PartialDate known = null;
        for (var patient : patients) {
            var said = patient.birthDate();
            if (said == null) {
                continue;
            }
            if (known == null || said.toString().startsWith(known.toString())) {
                known = said;
            }
        }
        for (var patient : patients) {
            var said = patient.birthDate();
            if (said != null && known != null && !known.toString().startsWith(said.toString())) {
                return null;
            }
        }
        return known;
    }

    private static @Nullable Sex sex(Collection<Identity> patients) {
        var said = patients.stream()
                .map(Identity::sex)
                .filter(sex -> sex != null && sex != Sex.UNKNOWN)
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst() : null;
    }

    private static String hash(List<Fact> facts, @Nullable PartialDate birthDate, @Nullable Sex sex) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((birthDate + "|" + sex + "\n").getBytes(StandardCharsets.UTF_8));
            for (var fact : facts) {
                digest.update(Order.canonical(fact).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
