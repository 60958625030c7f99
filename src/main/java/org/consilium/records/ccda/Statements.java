package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/** Turns the entries of one section into facts: by their template, else by the section they stand in, else by what they are. */
final class Statements {
    private static final String CCDA = "2.16.840.1.113883.10.20.22.4.";
    private static final Set<String> INSTRUCTIONS =
            Set.of(CCDA + "20", "2.16.840.1.113883.10.20.1.49", "1.3.6.1.4.1.19376.1.5.3.1.4.3");
    private static final Set<String> COVERAGE = Set.of(CCDA + "60", CCDA + "61", CCDA + "129");
    private static final Set<String> VITAL_SIGN = Set.of(CCDA + "27");
    private static final Set<String> RESULT = Set.of(CCDA + "2");
    private static final Set<String> SOCIAL = Set.of(CCDA + "38", CCDA + "78", CCDA + "85", CCDA + "200");
    private static final Set<String> PROCEDURE = Set.of(CCDA + "12", CCDA + "13");
    private static final Set<String> NUTRITION = Set.of(CCDA + "138");
    private static final Set<String> FAMILY = Set.of(
            CCDA + "45",
            CCDA + "46",
            "2.16.840.1.113883.10.20.1.22",
            "2.16.840.1.113883.10.20.1.23",
            "1.3.6.1.4.1.19376.1.5.3.1.4.15");
    /** Observations that are facts of their own wherever they stand. */
    private static final Set<String> OWN_RIGHT = Stream.of(
                    VITAL_SIGN, RESULT, SOCIAL, PROCEDURE, NUTRITION, Allergies.TEMPLATES, Problems.TEMPLATES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** What qualifies a problem or an allergy and is no statement of its own: status, severity, age, rank, outlook, certainty. */
    private static final Set<String> QUALIFIERS = Set.of(
            "33999-4",
            "SEV",
            "445518008",
            "397659008",
            "11323-3",
            "75328-5",
            "225773000",
            "48767-8",
            "82606-5",
            "66455-7",
            "105421008");

    private final Section section;
    /** The statements of the current entry that are read. */
    private final Set<Element> done = new HashSet<>();

    Statements(Section section) {
        this.section = section;
    }

    /** The facts of one {@code entry}. */
    List<Fact> entry(Element entry) {
        done.clear();
        return Related.statementsIn(entry).stream().flatMap(this::read).toList();
    }

    /** The facts of a statement outside of any section. */
    List<Fact> alone(Element statement) {
        done.clear();
        return read(statement).toList();
    }

    /** A statement, and those inside of it that say something of their own. */
    private Stream<Fact> read(Element statement) {
        return done.add(statement)
                ? Stream.concat(own(statement), Stream.of(statement).flatMap(this::inside))
                : Stream.empty();
    }

    /** What is done, given, planned or measured in the course of a statement. */
    private Stream<Fact> inside(Element statement) {
        return statement.all("entryRelationship").stream()
                .flatMap(relation -> Related.statementsIn(relation).stream()
                        .flatMap(each -> standsAlone(each, relation) ? read(each) : inside(each)));
    }

    private static boolean standsAlone(Element statement, Element relation) {
        return switch (statement.name()) {
            case "procedure", "encounter" -> true;
            case "substanceAdministration" -> !statement.all("consumable").isEmpty();
            case "observation" -> statement.hasTemplate(OWN_RIGHT) && !relation.has("typeCode", "RSON");
            case "act" -> isDone(statement);
            default -> false;
        };
    }

    private static boolean isCoded(Element statement) {
        return statement.first("code").flatMap(code -> code.attribute("code")).isPresent()
                && !statement.hasTemplate(INSTRUCTIONS);
    }

    private Stream<Fact> own(Element statement) {
        return switch (statement.name()) {
            case "observation" -> observation(statement, null);
            case "organizer" -> organizer(statement);
            case "act" -> act(statement);
            case "substanceAdministration" -> Medications.read(statement, section).stream();
            case "supply" -> Procedures.supply(statement, section).stream();
            case "procedure" -> procedure(statement);
            case "encounter" -> encounter(statement);
            default -> Stream.empty();
        };
    }

    private Stream<Fact> observation(Element observation, @Nullable Element panel) {
        if (observation.has("moodCode", "GOL")) {
            return Observations.other(observation, "goal", section).stream();
        }
        if (observation.hasTemplate(Allergies.TEMPLATES) || section.kind() == SectionKind.ALLERGIES) {
            return Allergies.read(observation, Optional.empty(), section).stream();
        }
        if (isFamily(observation)) {
            return Observations.family(observation, Optional.empty(), section).stream();
        }
        if (Related.isPlanned(observation)) {
            return Procedures.read(observation, section);
        }
        if (observation.hasTemplate(PROCEDURE)) {
            return Procedures.read(observation, section);
        }
        if (observation.hasTemplate(VITAL_SIGN)) {
            return Observations.vital(observation, panel, section).stream();
        }
        if (observation.hasTemplate(SOCIAL)) {
            return Observations.social(observation, section).stream();
        }
        if (observation.hasTemplate(Problems.TEMPLATES)) {
            return Problems.read(observation, Optional.empty(), section).stream();
        }
        return bySection(observation, panel);
    }

    private Stream<Fact> bySection(Element observation, @Nullable Element panel) {
        return switch (section.kind()) {
            case RESULTS -> Observations.result(observation, panel, section).stream();
            case VITALS -> Observations.vital(observation, panel, section).stream();
            case PROBLEMS -> Problems.read(observation, Optional.empty(), section).stream();
            case SOCIAL -> Observations.social(observation, section).stream();
            case PROCEDURES -> Procedures.read(observation, section);
            case MEDICATIONS, ALLERGIES, IMMUNIZATIONS, ENCOUNTERS, PLAN, FAMILY, DEVICES, OTHER ->
                observation.hasTemplate(RESULT)
                        ? Observations.result(observation, panel, section).stream()
                        : Observations.other(observation, "exam", section).stream();
        };
    }

    private Stream<Fact> organizer(Element organizer) {
        if (isFamily(organizer)) {
            return family(organizer);
        }
        var facts = new ArrayList<Fact>();
        for (var component : organizer.all("component")) {
            for (var statement : Related.statementsIn(component)) {
                switch (statement.name()) {
                    case "observation" -> {
                        if (done.add(statement)) {
                            observation(statement, organizer).forEach(facts::add);
                            inside(statement).forEach(facts::add);
                        }
                    }
                    case "procedure" -> specimenOrProcedure(statement).forEach(facts::add);
                    default -> read(statement).forEach(facts::add);
                }
            }
        }
        if (facts.isEmpty() && !organizer.isNull()) {
            var named = Set.of(SectionKind.RESULTS, SectionKind.VITALS).contains(section.kind())
                    ? Observations.emptyPanel(organizer, section)
                    : Observations.other(organizer, "exam", section);
            named.ifPresent(facts::add);
        }
        return facts.stream();
    }

    /** Inside a panel of results a procedure says how the specimen was taken. */
    private Stream<Fact> specimenOrProcedure(Element statement) {
        return section.kind() == SectionKind.RESULTS ? Stream.empty() : read(statement);
    }

    private boolean isFamily(Element statement) {
        return section.kind() == SectionKind.FAMILY || statement.hasTemplate(FAMILY);
    }

    private Stream<Fact> family(Element organizer) {
        var subject = organizer.first("subject", "relatedSubject");
        var relative =
                subject.flatMap(each -> Concept.of(each.first("code"), section).name());
        return organizer.all("component", "observation").stream()
                .flatMap(each -> Observations.family(each, relative, section).stream());
    }

    private Stream<Fact> procedure(Element statement) {
        if (section.kind() == SectionKind.DEVICES) {
            var devices = Procedures.devices(statement, section);
            if (!devices.isEmpty() && (Related.isNegated(statement) || !isCoded(statement))) {
                return devices.stream();
            }
        }
        return Procedures.read(statement, section);
    }

    private Stream<Fact> encounter(Element statement) {
        return Stream.concat(Encounters.read(statement, section).stream(), diagnoses(statement).stream());
    }

    private Stream<Fact> act(Element act) {
        if (act.isNull()) {
            return Stream.empty();
        }
        var nested = diagnoses(act);
        if (nested.isEmpty()) {
            inside(act).forEach(nested::add);
        }
        return nested.isEmpty() || isPayer(act) || isDone(act)
                ? Stream.concat(plainAct(act), nested.stream())
                : nested.stream();
    }

    private static boolean isDone(Element act) {
        return act.hasTemplate(PROCEDURE) || (Related.isPlanned(act) && isCoded(act));
    }

    /** Who pays is said beside what is allowed. */
    private static boolean isPayer(Element act) {
        return act.first("code").filter(code -> code.has("code", "48768-6")).isPresent();
    }

    /** The problems and allergies that a concern, a diagnosis or an encounter holds. */
    private List<Fact> diagnoses(Element holder) {
        var facts = new ArrayList<Fact>();
        var concern = Optional.of(holder).filter(each -> each.is("act"));
        for (var related : Related.to(holder)) {
            if (related.is("act") && !related.hasTemplate(INSTRUCTIONS)) {
                facts.addAll(diagnoses(related));
            }
            if (!related.is("observation") || isQualifier(related)) {
                continue;
            }
            if (related.hasTemplate(Allergies.TEMPLATES) || section.kind() == SectionKind.ALLERGIES) {
                held(related, facts, Allergies.read(related, concern, section));
            } else if (related.hasTemplate(SOCIAL)) {
                held(related, facts, Observations.social(related, section));
            } else if (related.hasTemplate(Problems.TEMPLATES)
                    || (section.kind() == SectionKind.PROBLEMS && concern.isPresent())) {
                held(related, facts, Problems.read(related, concern, section));
            }
        }
        return facts;
    }

    private void held(Element statement, List<Fact> facts, Optional<Fact> fact) {
        if (fact.isPresent() && done.add(statement)) {
            facts.add(fact.get());
        }
    }

    private static boolean isQualifier(Element observation) {
        return observation
                .first("code")
                .flatMap(code -> code.attribute("code"))
                .filter(QUALIFIERS::contains)
                .isPresent();
    }

    private Stream<Fact> plainAct(Element act) {
        if (Set.of(SectionKind.PROBLEMS, SectionKind.ALLERGIES).contains(section.kind())) {
            return Stream.empty();
        }
        if (act.hasTemplate(COVERAGE)) {
            return Observations.other(act, "coverage", section).stream();
        }
        if (act.hasTemplate(INSTRUCTIONS)) {
            return Observations.other(act, "instruction", section).stream();
        }
        if (section.kind() == SectionKind.PROCEDURES || act.hasTemplate(PROCEDURE) || Related.isPlanned(act)) {
            return Procedures.read(act, section);
        }
        return Observations.other(act, "note", section).stream();
    }
}
