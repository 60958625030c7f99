package org.consilium.triage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.CodeRule;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.ConditionGroup.Tier;
import org.consilium.knowledge.FailedTrial;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.PlannedProcedure;
import org.consilium.knowledge.Provenance;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.SpecialTreatment;
import org.consilium.knowledge.Urgency;
import org.consilium.knowledge.Window;
import org.consilium.knowledge.Words;
import org.consilium.records.CaseFile;
import org.jspecify.annotations.Nullable;

/** Made-up records and a small made-up knowledge base. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2025, 1, 12);
    static final Provenance PROVENANCE = new Provenance(
            Provenance.Tag.PROPOSAL, Provenance.Grade.E, "made up", "any", null, LocalDate.of(2027, 1, 1));

    private static final RedFlag.Assumed PREGNANT = new RedFlag.Assumed(List.of("pregnan"), List.of(), List.of(), true);

    private Samples() {}

    static CaseFile caseFile(Fact... facts) {
        return new CaseFile(List.of(facts), null, null, "hash");
    }

    static CaseFile caseFile(@Nullable LocalDate born, @Nullable Sex sex, List<Fact> facts) {
        return new CaseFile(facts, born == null ? null : PartialDate.of(born), sex, "hash");
    }

    static Draft condition(String icd, String text) {
        return Draft.of(FactKind.CONDITION, text).icd(icd).status("active");
    }

    static Draft fact(FactKind kind, String text) {
        return Draft.of(kind, text);
    }

    static List<CodePattern> icd(String... codes) {
        return Arrays.stream(codes)
                .map(code -> new CodePattern(CodeSystems.ICD10CM, code))
                .toList();
    }

    static Words words(String text) {
        return new Words(text, text);
    }

    static RedFlag flag(String id, Urgency urgency, int recentDays, CodeRule... when) {
        return new RedFlag(
                id,
                words(id),
                urgency,
                List.of(when),
                recentDays,
                words(""),
                List.of(),
                List.of(),
                words("now"),
                PROVENANCE);
    }

    static RedFlag symptom(String id, String... phrases) {
        return new RedFlag(
                id,
                words(id),
                Urgency.U0,
                List.of(),
                0,
                words(id + "?"),
                List.of(phrases),
                List.of(PREGNANT),
                words("now"),
                PROVENANCE);
    }

    static Window window(
            String id,
            String group,
            Urgency urgency,
            Window.Clock clock,
            @Nullable Integer days,
            List<CodePattern> codes,
            String... when) {
        return new Window(
                id,
                group,
                codes,
                List.of(when),
                words(id),
                clock,
                days,
                urgency,
                Window.Feasible.YES,
                words(""),
                PROVENANCE);
    }

    static ConditionGroup group(String id, Tier tier, boolean rare, @Nullable String checklist, String... codes) {
        return new ConditionGroup(id, words(id), tier, rare, icd(codes), checklist, List.of(), PROVENANCE);
    }

    static Checklist.Item item(
            String id,
            int weight,
            Checklist.Kind kind,
            List<String> loinc,
            List<String> phrases,
            List<String> modalities,
            @Nullable Integer freshDays) {
        return new Checklist.Item(
                id,
                words(id),
                weight,
                kind,
                loinc.stream()
                        .map(code -> new CodePattern(CodeSystems.LOINC, code))
                        .toList(),
                phrases,
                modalities,
                freshDays,
                List.of(),
                List.of(),
                null);
    }

    static Knowledge knowledge() {
        return new Knowledge(
                "sample",
                List.of(
                        group("CA-ALL", Tier.SERIOUS, false, null, "C"),
                        group("CA-BREAST", Tier.SERIOUS, false, "RC01", "C50"),
                        group("CA-PROST", Tier.SERIOUS_SLOW, false, null, "C61"),
                        group("SPINE", Tier.SURGICAL, false, null, "M54", "M51"),
                        group("RARE", Tier.SERIOUS, true, null, "E84"),
                        group("NODULE", Tier.DOUBT, false, null, "R91.1")),
                List.of(
                        flag("RF01", Urgency.U0, 14, new CodeRule(icd("I21"), List.of())),
                        flag(
                                "RF13",
                                Urgency.U0,
                                30,
                                new CodeRule(icd("C92.4"), List.of()),
                                new CodeRule(icd("C91.0", "C92.0"), icd("D65"))),
                        symptom("SY01", "chest pain", "dolor de pecho"),
                        symptom("SY04", "saddle numbness"),
                        symptom("SY06", "testicle pain"),
                        symptom("SY12", "pregnant and bleeding", "bleeding in pregnancy")),
                List.of(
                        window("W01", "CA-BREAST", Urgency.U4, Window.Clock.DIAGNOSIS, 56, icd("C50")),
                        window("W20", "CA-PROST", Urgency.U4, Window.Clock.DIAGNOSIS, 30, icd("C61"), "risk:high"),
                        window("W18", "CA-PROST", Urgency.U6, Window.Clock.DIAGNOSIS, null, icd("C61"), "risk:low"),
                        window("W34", "CA-ALL", Urgency.U1, Window.Clock.DIAGNOSIS, null, icd("C92.0"))),
                List.of(new PlannedProcedure(
                        "PR01",
                        words("fusion"),
                        "T2",
                        List.of(new CodePattern(CodeSystems.CPT, "22612")),
                        List.of("spinal fusion"),
                        words("exercise"),
                        PROVENANCE)),
                List.of(new Checklist(
                        "RC01",
                        words("breast"),
                        List.of(
                                item(
                                        "RC01-PATH",
                                        3,
                                        Checklist.Kind.REPORT,
                                        List.of("11526-1"),
                                        List.of("biopsy"),
                                        List.of(),
                                        null),
                                item(
                                        "RC01-HER2",
                                        3,
                                        Checklist.Kind.LAB,
                                        List.of("48676-1"),
                                        List.of("her2"),
                                        List.of(),
                                        null),
                                item(
                                        "RC01-MG",
                                        2,
                                        Checklist.Kind.IMAGES,
                                        List.of(),
                                        List.of("mammogram"),
                                        List.of("MG"),
                                        365),
                                item("RC01-LAB", 1, Checklist.Kind.LAB, List.of("58410-2"), List.of(), List.of(), 90)),
                        PROVENANCE)),
                List.of(),
                List.of(),
                List.of(new FailedTrial(
                        "FT01", icd("M54"), words("low back pain"), 42, 0, false, List.of(), PROVENANCE)),
                List.of(new SpecialTreatment(
                        "ST01",
                        words("chemotherapy"),
                        List.of(new CodePattern(CodeSystems.ATC, "L01")),
                        List.of("doxorubicin"),
                        List.of(),
                        PROVENANCE)));
    }

    static Assessment assess(Answers answers, Fact... facts) {
        return Triage.assess(caseFile(facts), answers, knowledge(), TODAY);
    }

    static Assessment.TriggerResult trigger(Assessment assessment, String id) {
        return assessment.triggers().stream()
                .filter(trigger -> trigger.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
