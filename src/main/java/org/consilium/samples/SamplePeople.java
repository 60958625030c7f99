package org.consilium.samples;

import java.time.LocalDate;
import java.util.List;
import org.consilium.language.Message;

/** The sample people. Every date in their files stands at a fixed distance from the day that is given as today. */
public final class SamplePeople {
    private static final List<Cast> CAST = List.of(
            new Cast(
                    "fusion",
                    "Sample Rivera",
                    "synthetic-primary-care-summary.xml",
                    "synthetic-mri-report.json",
                    "synthetic-letter-from-surgeon.txt"),
            new Cast(
                    "breast",
                    "Sample Okafor",
                    "synthetic-oncology-records.json",
                    "synthetic-breast-clinic-summary.xml",
                    "synthetic-letter-her2-result.txt"),
            new Cast(
                    "thyroid",
                    "Sample Novak",
                    "synthetic-thyroid-records.json",
                    "synthetic-endocrine-summary.xml",
                    "synthetic-letter-from-endocrinologist.txt"),
            new Cast(
                    "redflag",
                    "Sample Lindqvist",
                    "synthetic-emergency-summary.xml",
                    "synthetic-back-records.json",
                    "synthetic-note-from-family.txt"),
            new Cast(
                    "missing",
                    "Sample Haddad",
                    "synthetic-portal-export.json",
                    "synthetic-visit-summary.xml",
                    "synthetic-letter-from-urologist.txt"),
            new Cast(
                    "child",
                    "Sample Tanaka",
                    "synthetic-child-health-summary.xml",
                    "synthetic-child-records.json",
                    "synthetic-letter-from-ent.txt"));

    private SamplePeople() {}

    /** All of them, the one for a first try first. */
    public static List<SamplePerson> all(LocalDate today) {
        return CAST.stream().map(each -> each.on(today)).toList();
    }

    /** @throws IllegalArgumentException when nobody has this id */
    public static SamplePerson one(String id, LocalDate today) {
        return CAST.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample person " + id))
                .on(today);
    }

    /** The ids in order: {@code fusion}, {@code breast} and so on. */
    public static List<String> ids() {
        return CAST.stream().map(Cast::id).toList();
    }

    /** Who plays, and with which files. */
    private record Cast(String id, String name, List<String> records) {
        Cast(String id, String name, String... records) {
            this(id, name, List.of(records));
        }

        SamplePerson on(LocalDate today) {
            return new SamplePerson(
                    id,
                    name,
                    Message.of("samples." + id + ".title"),
                    Message.of("samples." + id + ".story"),
                    records.stream().map(file -> file(file, today)).toList(),
                    List.of(file("opinion-first.json", today), file("opinion-second.json", today)),
                    file("answers.json", today),
                    file("decision.json", today));
        }

        private SampleFile file(String file, LocalDate today) {
            return new SampleFile(file, Template.filled(id + "/" + file, today));
        }
    }
}
