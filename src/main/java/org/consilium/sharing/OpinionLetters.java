package org.consilium.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.records.StoredFile;

/**
 * Which files look like a doctor's letter that states a conclusion: those whose name says so, and papers that name the doctor
 * of an opinion. A guess to begin with; the person who hands the case on has the last word.
 */
public final class OpinionLetters {
    private static final Pattern NAMED = Pattern.compile(
            "opini[oó]n|letter|carta|consult|informe|arztbrief|lettre",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int SHORTEST_NAME = 4;

    private OpinionLetters() {}

    /** @param authors the names of the doctors whose opinions are in the case */
    public static boolean looksLikeOne(StoredFile file, Collection<Fact> facts, List<String> authors) {
        if (NAMED.matcher(file.name()).find()) {
            return true;
        }
        return isPaper(file)
                && facts.stream()
                        .filter(fact -> fact.sources().stream()
                                .anyMatch(source -> source.file().equals(file.hash())))
                        .anyMatch(fact -> authors.stream().anyMatch(author -> names(fact, author)));
    }

    private static boolean isPaper(StoredFile file) {
        return switch (file.format()) {
            case TEXT, PDF, IMAGE, UNKNOWN -> true;
            case FHIR_R4, FHIR_OTHER, CCDA, DICOM, HL7V2, APPLE_HEALTH, HEALTH_CARD, ARCHIVE -> false;
        };
    }

    private static boolean names(Fact fact, String author) {
        var words = author.strip().split("[\\s,]+");
        var surname = words[words.length - 1].toLowerCase(Locale.ROOT);
        return surname.length() >= SHORTEST_NAME
                && (fact.text() + " " + fact.detail(Detail.NARRATIVE).orElse("") + " "
                                + fact.detail(Detail.PERFORMER).orElse(""))
                        .toLowerCase(Locale.ROOT)
                        .contains(surname);
    }
}
