package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.ConditionNames;
import org.consilium.prose.Plain;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;

/** Codes for the words of a diagnosis: those the letter writes, else those of a condition or concept with this very name. */
final class Naming {
    private static final int LOOKED_AT = 5;
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:(?<cm>icd-?10-?cm|cie-?10-?(?:mc|es))|icd-?10|cie-?10)\\s*(?:code|codigo)?[:#\\s]*[(\\[]?(?<code>[a-tv-z]\\d[\\da-z](?:\\.[\\da-z]{1,4})?)\\b|\\bsnomed(?:[- ]?ct)?[:\\s#]*(?<snomed>\\d{6,18})\\b|[(\\[](?<bare>[a-tv-z]\\d[\\da-z]\\.[\\da-z]{1,4})[)\\]]");

    private final ConditionNames names;
    private final @Nullable Terminologies terminologies;

    Naming(ConditionNames names, @Nullable Terminologies terminologies) {
        this.names = names;
        this.terminologies = terminologies;
    }

    List<Code> codes(Diagnoses.Entry diagnosis, Coded coded) {
        var entered = coded.codes(FactKind.CONDITION, diagnosis.text(), diagnosis.isRuledOut());
        if (!entered.isEmpty()) {
            return entered;
        }
        var written =
                written(diagnosis.passage().plain().substring(diagnosis.span().start()));
        if (!written.isEmpty()) {
            return written;
        }
        var known = names.find(diagnosis.text());
        if (known.isPresent()) {
            return known.get().codes().stream()
                    .filter(pattern -> !pattern.code().contains("?"))
                    .map(pattern -> Code.of(pattern.system(), pattern.code()))
                    .filter(code ->
                            code.in(CodeSystems.ICD10CM) || code.in(CodeSystems.SNOMED) || code.in(CodeSystems.ORPHA))
                    .toList();
        }
        return terminologies == null
                ? List.of()
                : terminologies.search(diagnosis.text(), LOOKED_AT).stream()
                        .filter(hit -> Plain.of(hit.name()).equals(Plain.of(diagnosis.text())))
                        .map(Terminologies.Hit::code)
                        .limit(1)
                        .toList();
    }

    private static List<Code> written(String plain) {
        var codes = new ArrayList<Code>();
        var found = WRITTEN.matcher(plain);
        while (found.find()) {
            if (found.group("snomed") != null) {
                codes.add(Code.of(CodeSystems.SNOMED, found.group("snomed")));
                continue;
            }
            var code = (found.group("code") == null ? found.group("bare") : found.group("code"))
                    .toUpperCase(java.util.Locale.ROOT);
            var clinical = found.group("cm") != null || code.length() > 5;
            codes.add(Code.of(clinical ? CodeSystems.ICD10CM : CodeSystems.ICD10, code));
        }
        return codes;
    }
}
