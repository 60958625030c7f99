package org.consilium.records.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * ExplanationOfBenefit and Claim (CARIN Blue Button, hl7.org/fhir/us/carin-bb): the services with their dates and amounts, the
 * procedures and the diagnoses. What a bill only refers to is read where it stands. A bill does not say whether something
 * still goes on, so the status is unknown unless the whole bill was cancelled; what is only asked for is planned.
 */
final class Bills {
    /** CPT's «evaluation and management»: visits. */
    private static final int FIRST_VISIT = 99_202;

    private static final int LAST_VISIT = 99_499;

    private final Place place;
    private final Element bill;
    private final boolean planned;
    private final When billed;

    private Bills(Place place) {
        this.place = place;
        this.bill = place.resource();
        var use = Objects.requireNonNullElse(Named.of(bill.child("use")).word(), "claim");
        this.planned = use.equals("preauthorization") || use.equals("predetermination") || use.equals("proposed");
        this.billed = When.first(bill, "billablePeriod");
    }

    /** What the insurer says of what was done. */
    static void explanation(Place place) {
        var before = place.harvest().facts().size();
        new Bills(place).read();
        if (place.harvest().facts().size() == before) {
            place.harvest().countKept("ExplanationOfBenefit", place.at());
        }
    }

    /** What a doctor or clinic asks to be paid; one that refers to a visit or a prescription only repeats those. */
    static void claim(Place place) {
        var before = place.harvest().facts().size();
        var claim = place.resource();
        var repeats =
                claim.has("prescription") || claim.children("item").stream().anyMatch(item -> item.has("encounter"));
        if (!repeats) {
            new Bills(place).read();
        }
        if (place.harvest().facts().size() == before) {
            place.harvest().countKept("Claim", place.at());
        }
    }

    private void read() {
        each("diagnosis", this::diagnosis);
        each("procedure", this::procedure);
        var items = bill.children("item");
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            if (item.isPresent() && !repeatsADiagnosis(item)) {
                item(item, "item[" + index + "]", items.size() == 1);
            }
        }
    }

    private interface Reader {
        void read(Element element, String at);
    }

    private void each(String name, Reader reader) {
        var all = bill.children(name);
        for (var index = 0; index < all.size(); index++) {
            reader.read(all.get(index), name + "[" + index + "]");
        }
    }

    private void diagnosis(Element diagnosis, String at) {
        var named = Named.of(diagnosis.child("diagnosisCodeableConcept"))
                .orElse(Named.of(diagnosis.child("diagnosis")))
                .orElse(contained(diagnosis.child("diagnosisReference")));
        if (named.isSomething()) {
            var type = Named.of(diagnosis.child("type")).word();
            draft(FactKind.CONDITION, named, at)
                    .recorded(billed)
                    .recorded(When.of(bill, "created"))
                    .detail(Detail.CATEGORY, type == null ? "encounter-diagnosis" : type)
                    .done();
        }
    }

    private void procedure(Element procedure, String at) {
        var named = Named.of(procedure.child("procedureCodeableConcept"))
                .orElse(contained(procedure.child("procedureReference")));
        if (named.isSomething()) {
            draft(planned ? FactKind.PLANNED_PROCEDURE : FactKind.PROCEDURE, named, at)
                    .when(When.of(procedure, "date"))
                    .recorded(billed)
                    .recorded(When.of(bill, "created"))
                    .done();
        }
    }

    private Named contained(Element reference) {
        var address = reference.string("reference");
        return address != null && address.startsWith("#") ? place.named(reference) : Named.NOTHING;
    }

    private void item(Element item, String at, boolean only) {
        var named = service(item);
        var kind = kind(item, named);
        var amounts = amounts(item);
        if (amounts == null && only) {
            amounts = totals();
        }
        var draft = draft(kind, named.orElse(Named.of(bill.child("type"))), at)
                .when(when(item, kind))
                .recorded(When.of(item, "serviced"))
                .recorded(billed)
                .recorded(When.of(bill, "created"))
                .bodySite(item.children("bodySite"))
                .detail(Detail.AMOUNT, amounts);
        if (kind == FactKind.ENCOUNTER) {
            draft.detail(Detail.CATEGORY, Named.of(bill.child("type")).word());
        }
        for (var diagnosis : pointedAt(item, "diagnosis", "diagnosisSequence", "diagnosisLinkId")) {
            draft.reasons(diagnosis.children("diagnosisCodeableConcept"));
            draft.reasons(diagnosis.children("diagnosisReference"));
        }
        for (var member : pointedAt(item, "careTeam", "careTeamSequence", "careTeamLinkId")) {
            draft.performers(member.children("provider"));
        }
        draft.performers(bill.children("provider")).done();
    }

    /**
     * When the service was given. Where the bill names the visit it belongs to, and that visit was on other days, the visit
     * is right: bills are also dated by their processing.
     */
    private When when(Element item, FactKind kind) {
        var serviced = When.of(item, "serviced");
        var visit = bill.children("item").stream()
                .map(one -> place.harvest().references().visit(one.child("encounter")))
                .filter(When::isKnown)
                .findFirst()
                .orElse(When.UNKNOWN);
        var day = serviced.start() == null ? null : serviced.start().earliest();
        var first = visit.start();
        if (first == null) {
            return serviced;
        }
        var last = visit.end() == null ? first : visit.end();
        var isWithin = day != null && !day.isBefore(first.earliest()) && !day.isAfter(last.latest());
        return isWithin && kind != FactKind.ENCOUNTER ? serviced : visit;
    }

    /** Old and new names of the same field; a service that is only «not applicable» is known by its revenue code. */
    private static Named service(Element item) {
        var named = Named.first(item, "productOrService", "service", "product");
        var empty = named.codes().stream().anyMatch(code -> code.code().equals("not-applicable"))
                || named.codes().stream().anyMatch(code -> code.system().endsWith("data-absent-reason"));
        var fallback = Named.first(item, "revenue", "category");
        return empty || !named.isSomething() ? fallback : named;
    }

    private FactKind kind(Element item, Named named) {
        if (has(named, CodeSystems.NDC) || has(named, CodeSystems.RXNORM) || isPharmacy()) {
            return FactKind.MEDICATION;
        }
        if (has(named, CodeSystems.CVX)) {
            return FactKind.IMMUNIZATION;
        }
        if (planned) {
            return FactKind.PLANNED_PROCEDURE;
        }
        var isVisit = named.codes().stream().anyMatch(Bills::isVisit) || isNamedLikeItsVisit(item, named);
        return isVisit ? FactKind.ENCOUNTER : FactKind.PROCEDURE;
    }

    private boolean isPharmacy() {
        return Named.of(bill.child("type")).codes().stream()
                .anyMatch(code -> code.code().equals("pharmacy"));
    }

    private static boolean has(Named named, String system) {
        return named.codes().stream().anyMatch(code -> code.in(system));
    }

    private static boolean isVisit(Code code) {
        if (!code.in(CodeSystems.CPT) || !code.code().matches("\\d{5}")) {
            return false;
        }
        var number = Integer.parseInt(code.code());
        return number >= FIRST_VISIT && number <= LAST_VISIT;
    }

    private boolean isNamedLikeItsVisit(Element item, Named named) {
        if (!item.has("encounter")) {
            return false;
        }
        return shares(named, place.named(item.child("encounter")));
    }

    private static boolean shares(Named one, Named other) {
        return one.codes().stream().anyMatch(code -> other.codes().stream().anyMatch(code::sameAs));
    }

    /** Some exports list the diagnoses among the services. */
    private boolean repeatsADiagnosis(Element item) {
        var named = service(item);
        return pointedAt(item, "diagnosis", "diagnosisSequence", "diagnosisLinkId").stream()
                .anyMatch(diagnosis -> shares(named, Named.of(diagnosis.child("diagnosisCodeableConcept")))
                        || shares(named, place.named(diagnosis.child("diagnosisReference"))));
    }

    /** The parts of the bill whose sequence the item gives. */
    private List<Element> pointedAt(Element item, String name, String... pointers) {
        var found = new ArrayList<Element>();
        for (var pointer : pointers) {
            for (var wanted : item.children(pointer)) {
                for (var part : bill.children(name)) {
                    if (wanted.value() != null && wanted.value().equals(part.string("sequence"))) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }

    private static @Nullable String amounts(Element item) {
        var all = new ArrayList<String>();
        for (var adjudication : item.children("adjudication")) {
            add(all, what(adjudication.child("category")), adjudication.child("amount"));
        }
        if (all.isEmpty()) {
            add(all, "net", item.child("net"));
        }
        return all.isEmpty() ? null : String.join("; ", all);
    }

    private @Nullable String totals() {
        var all = new ArrayList<String>();
        for (var total : bill.children("total")) {
            var amount = total.has("amount") ? total.child("amount") : total;
            add(all, Objects.requireNonNullElse(what(total.child("category")), "total"), amount);
        }
        return all.isEmpty() ? null : String.join("; ", all);
    }

    private static void add(List<String> amounts, @Nullable String what, Element money) {
        var number = money.string("value");
        var value = number == null ? null : Values.number(number);
        if (what == null || value == null) {
            return;
        }
        var currency = Objects.requireNonNullElse(money.firstString("currency", "code"), "");
        amounts.add((what.replace(';', ',') + " " + cents(value) + " " + currency).strip());
    }

    /** Sums that were worked out by machines have many digits. */
    private static String cents(BigDecimal value) {
        return (value.scale() > 2 ? value.setScale(2, RoundingMode.HALF_UP) : value).toPlainString();
    }

    /** The code of the amount; where that is an address, its words. */
    private static @Nullable String what(Element category) {
        var named = Named.of(category);
        var code = named.word();
        if (code == null || !code.contains("/")) {
            return code;
        }
        var words = named.text();
        return words != null ? words : code.substring(code.lastIndexOf('/') + 1);
    }

    private Draft draft(FactKind kind, Named named, String at) {
        var status = bill.string("status");
        var told = "cancelled".equals(status) || "entered-in-error".equals(status) || "draft".equals(status);
        return place.part(at).draft(kind).named(named).status(told ? status : null);
    }
}
