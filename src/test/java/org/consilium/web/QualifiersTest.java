package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.web.pages.OpinionFormPage.Field;
import org.consilium.web.pages.OpinionFormPage.Suggestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifiersTest {
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();

    private static List<ConditionGroup> group(String id) {
        return List.of(KNOWLEDGE.group(id).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "CV-HF,Ejection fraction,NYHA",
        "RENAL,eGFR,Albumin stage",
        "AI-MS,EDSS,Attacks",
        "CA-PROST,Grade group (ISUP),PSA",
        "CV-AORTA,Widest width,cm"
    })
    void aGroupNamesWhatDoctorsStateBesideItsDiagnoses(String id, String one, String other) {
        var named = Qualifiers.of(group(id), Locale.ENGLISH);

        assertThat(named).extracting(Suggestion::name).anyMatch(name -> name.contains(one));
        assertThat(named).extracting(Suggestion::name).anyMatch(name -> name.contains(other));
        assertThat(named)
                .allSatisfy(suggestion -> assertThat(suggestion.source()).hasSizeGreaterThan(8));
    }

    @Test
    void unitsAreWrittenForPeople() {
        assertThat(Qualifiers.of(group("RENAL"), Locale.of("es")))
                .extracting(Suggestion::name)
                .containsExactly(
                        "TFGe (qué tan bien filtran los riñones) – mL/min/1.73 m²",
                        "Estadio de albúmina en la orina – A1 a A3");
    }

    @Test
    void tumorNodesAndMetastasesAreAskedForWhereACancerCanBeMeant() {
        var sections = new OpinionForm(Draft.EMPTY, Messages.english()).sections("diagnosis-0");

        assertThat(staging(Qualifiers.sections(sections, group("CV-HF")).stream()
                        .flatMap(section -> section.fields().stream())))
                .isZero();
        assertThat(staging(Qualifiers.sections(sections, group("CA-BREAST")).stream()
                        .flatMap(section -> section.fields().stream())))
                .isEqualTo(3);
        assertThat(Qualifiers.sections(sections, List.of())).isEqualTo(sections);
    }

    @Test
    void whatWasAnsweredStays() {
        var draft = Draft.EMPTY.with("/diagnoses/0/stage/t", "T2");
        var sections = new OpinionForm(draft, Messages.english()).sections("diagnosis-0");

        assertThat(staging(Qualifiers.sections(sections, group("CV-HF")).stream()
                        .flatMap(section -> section.fields().stream())))
                .isEqualTo(1);
    }

    private static long staging(Stream<Field> fields) {
        return fields.filter(field -> field.pointer().matches(".*/stage/[tnm]")).count();
    }
}
