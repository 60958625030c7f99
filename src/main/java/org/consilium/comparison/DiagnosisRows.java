package org.consilium.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.terminology.Crosswalk;
import org.consilium.terminology.Relation;

/** The rows on the diagnosis: which diagnoses belong together, by code alone, and what is said about each. */
final class DiagnosisRows {
    /** The roles in the order in which they make a diagnosis the main one. */
    private static final List<String> ROLES = List.of("primary", "differential", "secondary", "ruled-out");

    private final List<Opinion> opinions;
    private final DiagnosisNames names;

    private DiagnosisRows(List<Opinion> opinions, Crosswalk crosswalk) {
        this.opinions = opinions;
        this.names = new DiagnosisNames(crosswalk);
    }

    static List<Row> of(List<Opinion> opinions, Crosswalk crosswalk) {
        return new DiagnosisRows(opinions, crosswalk).rows();
    }

    /** One diagnosis with its opinion, so that what else the doctor wrote can be looked at. */
    record Stated(Opinion opinion, int opinionPlace, Diagnosis diagnosis, int place) {
        String at() {
            return "/diagnoses/" + place;
        }

        boolean ruledOut() {
            return diagnosis.role().equals("ruled-out") || "ruled-out".equals(diagnosis.certainty());
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        var main = align(places(true), true);
        for (var i = 0; i < main.size(); i++) {
            var group = main.get(i);
            var first = i == 0;
            Row.of(
                            Criterion.DIAGNOSIS,
                            Topic.NAME,
                            first
                                    ? Message.of("comparison.about.diagnosis")
                                    : about("comparison.about.furtherDiagnosis", group),
                            opinions.size(),
                            said(group),
                            names::judge,
                            only -> first ? noDiagnosis() : Judgement.onlyOne(1, "D1-ADDED-DIAGNOSIS"))
                    .ifPresent(rows::add);
            rows.addAll(QualifierRows.of(group, first, opinions.size(), names));
        }
        rows.addAll(SpreadRow.of(opinions));
        for (var group : align(places(false), false)) {
            Row.of(
                            Criterion.DIAGNOSIS,
                            Topic.OTHER_DIAGNOSIS,
                            about("comparison.about.otherDiagnosis", group),
                            opinions.size(),
                            said(group),
                            names::judgeOther,
                            only -> Judgement.onlyOne(0, "D0-OTHER-ONLY-ONE"))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private static Judgement noDiagnosis() {
        return Judgement.of(
                Comparison.Relation.ONLY_ONE_SAYS,
                Judgement.UNKNOWN,
                "D-NO-DIAGNOSIS",
                Message.of("comparison.because.noDiagnosis"));
    }

    private static Message about(String key, Map<Integer, Stated> group) {
        return Message.of(key, group.values().iterator().next().diagnosis().text());
    }

    private static Map<Integer, Said<Stated>> said(Map<Integer, Stated> group) {
        var said = new TreeMap<Integer, Said<Stated>>();
        group.forEach(
                (place, stated) -> said.put(place, new Said<>(stated, DiagnosisNames.shown(stated), stated.at())));
        return said;
    }

    /** The main diagnoses of each opinion, or the others. */
    private List<List<Stated>> places(boolean main) {
        var all = new ArrayList<List<Stated>>();
        for (var i = 0; i < opinions.size(); i++) {
            var opinion = opinions.get(i);
            var mainRole = ROLES.stream()
                    .filter(role -> opinion.diagnoses().stream()
                            .anyMatch(it -> it.role().equals(role)))
                    .findFirst()
                    .orElse("primary");
            var stated = new ArrayList<Stated>();
            for (var d = 0; d < opinion.diagnoses().size(); d++) {
                var diagnosis = opinion.diagnoses().get(d);
                if (diagnosis.role().equals(mainRole) == main) {
                    stated.add(new Stated(opinion, i, diagnosis, d));
                }
            }
            all.add(stated);
        }
        return all;
    }

    /** Groups what belongs together, one diagnosis of each opinion at most. */
    private List<Map<Integer, Stated>> align(List<List<Stated>> byOpinion, boolean main) {
        var groups = new ArrayList<Map<Integer, Stated>>();
        for (var stated : byOpinion) {
            var open = new ArrayList<>(stated);
            var known = groups.size();
            var matches = new ArrayList<Match>();
            for (var one : stated) {
                for (var g = 0; g < known; g++) {
                    matches.add(
                            new Match(one, g, names.closest(one, groups.get(g).values())));
                }
            }
            matches.sort(Comparator.comparingInt(Match::distance)
                    .thenComparingInt(it -> it.stated().place())
                    .thenComparingInt(Match::group));
            for (var match : matches) {
                if (match.distance() <= DiagnosisNames.SAME_DISEASE && open.contains(match.stated())) {
                    if (groups.get(match.group()).putIfAbsent(match.stated().opinionPlace(), match.stated()) == null) {
                        open.remove(match.stated());
                    }
                }
            }
            if (main && known > 0 && open.size() == stated.size() && !open.isEmpty()) {
                var first = open.removeFirst();
                groups.getFirst().put(first.opinionPlace(), first);
            }
            for (var left : open) {
                var group = new TreeMap<Integer, Stated>();
                group.put(left.opinionPlace(), left);
                groups.add(group);
            }
        }
        return groups;
    }

    private record Match(Stated stated, int group, int distance) {}

    /** How close two diagnoses are, for tests and callers that need the bare relation. */
    static Relation relation(Diagnosis one, Diagnosis other, Crosswalk crosswalk) {
        return Relation.of(one.codes(), other.codes(), crosswalk);
    }
}
