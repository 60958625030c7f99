package org.consilium.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.terminology.Icd10;
import org.jspecify.annotations.Nullable;

/**
 * Whether an opinion may be about another person. A hint to check, never a finding: records can be wrong about the sex, and
 * people keep organs that their recorded sex does not suggest.
 *
 * <p>Rule {@code WP-ORGAN}: the opinion names, and does not rule out, an illness of organs that people of the other sex have;
 * no condition, operation or plan of the records is of such organs; and no diagnosis of the opinion is of the same ICD-10
 * category as a condition of the records. Which codes are of which organs follows from the titles of the ICD-10 blocks (WHO
 * ICD-10 and ICD-10-CM: C51-C58 and C60-C63, D25-D29, N40-N53, N70-N77, N80-N98, O00-O9A, Q50-Q55 and the like); a diagnosis
 * without an ICD-10 code is taken by its words. Sex not known: no hint.
 *
 * <p>Rule {@code WP-LETTER}: the letter that the opinion comes from names a person of another name, birth date or sex than the
 * records, as found when it was filed.
 */
public final class OtherPerson {
    private static final Pattern FEMALE_CODE = Pattern.compile(
            "C5[1-8].*|C79\\.6.*|D06.*|D07\\.[0-3].*|D2[5-8].*|D39.*|E28.*|N7[0-7].*|N8.*|N9[0-8].*|O\\d.*|Q5[0-2].*");
    private static final Pattern MALE_CODE =
            Pattern.compile("C6[0-3].*|D07\\.[4-6].*|D29.*|D40.*|E29.*|N4\\d.*|N5[0-3].*|Q5[3-5].*");
    private static final Pattern FEMALE_WORD =
            word("ovar(?:y|ies|ian|io|ios|ico|ica)|uter(?:us|ine|o|ino|ina)|endometri\\p{L}*"
                    + "|vulva[lr]?|vagina[l]?|fallopian|pregnan(?:t|cy)|embaraz\\p{L}*|c[eé]rvix|cuello uterino");
    private static final Pattern MALE_WORD = word(
            "pr[oó]st[aá]t\\p{L}*|testic\\p{L}*|test[ií]culo\\p{L}*|testis|penile|penis|pene|scrot\\p{L}*|escrot\\p{L}*");

    private OtherPerson() {}

    /**
     * Something to check with the doctor.
     *
     * @param rule {@code WP-ORGAN} or {@code WP-LETTER}
     */
    public record Hint(String rule, Message because) {}

    /**
     * @param sex as the records say it, absent when they do not
     * @param facts of the records
     */
    public static Optional<Hint> inDiagnoses(Opinion opinion, @Nullable Sex sex, Collection<Fact> facts) {
        if (sex == Sex.FEMALE) {
            return ofTheOther(Sex.MALE, opinion, facts);
        }
        return sex == Sex.MALE ? ofTheOther(Sex.FEMALE, opinion, facts) : Optional.empty();
    }

    private static Optional<Hint> ofTheOther(Sex other, Opinion opinion, Collection<Fact> facts) {
        var named = opinion.diagnoses().stream()
                .filter(diagnosis ->
                        !diagnosis.role().equals("ruled-out") && !"ruled-out".equals(diagnosis.certainty()))
                .toList();
        if (facts.stream().anyMatch(fact -> isOwn(fact) && isOf(other, fact.codes(), fact.text()))) {
            return Optional.empty();
        }
        return named.stream()
                .filter(diagnosis -> isOf(other, diagnosis.codes(), diagnosis.text()))
                .filter(diagnosis -> named.stream().noneMatch(each -> isRecorded(each, facts)))
                .findFirst()
                .map(diagnosis -> new Hint(
                        "WP-ORGAN",
                        Message.of(
                                other == Sex.MALE ? "nextstep.person.maleOrgan" : "nextstep.person.femaleOrgan",
                                diagnosis.text())));
    }

    /** @param doubt how the letter's patient and that of the records differ, as found when the letter was filed */
    public static Hint inLetter(Message doubt) {
        return new Hint("WP-LETTER", Message.of("nextstep.person.letter", doubt));
    }

    private static boolean isOwn(Fact fact) {
        return fact.kind() == FactKind.CONDITION
                || fact.kind() == FactKind.PROCEDURE
                || fact.kind() == FactKind.PLANNED_PROCEDURE;
    }

    private static boolean isRecorded(Diagnosis diagnosis, Collection<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .flatMap(fact -> fact.codes().stream())
                .anyMatch(known -> diagnosis.codes().stream().anyMatch(code -> isSame(code, known)));
    }

    private static boolean isSame(Code one, Code other) {
        return one.sameAs(other)
                || (Icd10.isIcd10(one)
                        && Icd10.isIcd10(other)
                        && Icd10.category(one.code()).equals(Icd10.category(other.code())));
    }

    private static boolean isOf(Sex sex, List<Code> codes, String words) {
        var icd = codes.stream().filter(Icd10::isIcd10).toList();
        if (icd.isEmpty()) {
            return (sex == Sex.MALE ? MALE_WORD : FEMALE_WORD).matcher(words).find();
        }
        var pattern = sex == Sex.MALE ? MALE_CODE : FEMALE_CODE;
        return icd.stream()
                .anyMatch(code -> pattern.matcher(Icd10.normalise(code.code())).matches());
    }

    private static Pattern word(String words) {
        return Pattern.compile(
                "\\b(?:" + words + ")\\b",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
