package org.consilium.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.DiagnosisRows.Stated;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;

/** What is said about one diagnosis: how sure, which side, stage, grade, markers. */
final class QualifierRows {
    private final Map<Integer, Stated> group;
    private final boolean first;
    private final int opinions;
    private final DiagnosisNames names;
    private final List<Row> rows = new ArrayList<>();

    private QualifierRows(Map<Integer, Stated> group, boolean first, int opinions, DiagnosisNames names) {
        this.group = group;
        this.first = first;
        this.opinions = opinions;
        this.names = names;
    }

    static List<Row> of(Map<Integer, Stated> group, boolean first, int opinions, DiagnosisNames names) {
        var qualifiers = new QualifierRows(group, first, opinions, names);
        qualifiers.certainty();
        qualifiers.side();
        qualifiers.stage();
        qualifiers.grade();
        qualifiers.markers();
        return qualifiers.rows;
    }

    private void certainty() {
        add(
                Topic.CERTAINTY,
                about("certainty"),
                said(it -> Optional.ofNullable(it.diagnosis().certainty())
                        .map(word ->
                                new Said<>(it, Message.of("comparison.certainty." + word), it.at() + "/certainty"))),
                (one, other) -> Certainty.judge(word(one), word(other)),
                only -> "unlikely".equals(word(only)) && somebodyNamesIt()
                        ? Judgement.differs(5, "D5-UNLIKELY", Message.of("comparison.because.unlikely"))
                        : Judgement.onlyOne(0, "D0-CERTAINTY-ONLY-ONE"));
    }

    /** A doctor gives it as the diagnosis, without a word on how sure. */
    private boolean somebodyNamesIt() {
        return group.values().stream()
                .anyMatch(it -> it.diagnosis().certainty() == null
                        && it.diagnosis().role().equals("primary"));
    }

    private static String word(Stated stated) {
        var certainty = stated.diagnosis().certainty();
        return certainty == null ? "" : certainty;
    }

    private void side() {
        add(
                Topic.SIDE,
                about("side"),
                said(it -> names.side(it)
                        .map(side -> new Said<>(
                                it,
                                Message.of("comparison.side." + side),
                                it.at() + (it.diagnosis().laterality() == null ? "/codes" : "/laterality")))),
                (one, other) -> judgeSide(names.side(one), names.side(other)),
                only -> Judgement.onlyOne(1, "D1-SIDE-ADDED"));
    }

    private static Judgement judgeSide(Optional<String> one, Optional<String> other) {
        if (one.equals(other)) {
            return Judgement.agrees("D0-SIDE-SAME");
        }
        return Judgement.differs(2, "D2-SIDE", Message.of("comparison.because.side"))
                .standing()
                .withAlarm(Message.of("comparison.alarm.side"));
    }

    private void stage() {
        add(
                Topic.STAGE,
                about("stage"),
                said(it -> Stages.shown(it.diagnosis().stage()).map(text -> new Said<>(it, text, it.at() + "/stage"))),
                (one, other) -> oneDisease(
                        one,
                        other,
                        Stages.judge(
                                one.diagnosis().stage(),
                                other.diagnosis().stage(),
                                names.isBladderCancer(one) && names.isBladderCancer(other))),
                only -> Judgement.onlyOne(1, "D1-STAGE-ADDED"));
    }

    private void grade() {
        add(
                Topic.GRADE,
                about("grade"),
                said(it -> Optional.ofNullable(it.diagnosis().grade())
                        .map(grade -> new Said<>(it, Texts.quote(grade), it.at() + "/grade"))),
                (one, other) -> oneDisease(
                        one,
                        other,
                        Stages.judgeGrade(
                                one.diagnosis().grade(), other.diagnosis().grade())),
                only -> Judgement.onlyOne(1, "D1-GRADE-ADDED"));
    }

    private void markers() {
        var byName = new TreeMap<String, Map<Integer, Said<Markers.Result>>>();
        group.forEach((place, stated) -> {
            var markers = stated.diagnosis().markers();
            for (var i = 0; i < markers.size(); i++) {
                var marker = markers.get(i);
                byName.computeIfAbsent(Markers.name(marker.name()), name -> new TreeMap<>())
                        .putIfAbsent(
                                place,
                                new Said<>(
                                        new Markers.Result(stated, marker),
                                        Markers.shown(marker),
                                        stated.at() + "/markers/" + i));
            }
        });
        byName.values()
                .forEach(said -> add(
                        Topic.MARKER,
                        Message.of(
                                "comparison.about.marker",
                                said.values().iterator().next().value().marker().name()),
                        said,
                        (one, other) ->
                                oneDisease(one.stated(), other.stated(), Markers.judge(one.marker(), other.marker())),
                        only -> Markers.onlyOne(only.marker())));
    }

    /** Stages, grades and markers of two diseases say nothing about each other. */
    private Judgement oneDisease(Stated one, Stated other, Judgement judgement) {
        return names.mayBeOneDisease(one, other)
                ? judgement
                : Judgement.notComparable(0, "D0-TWO-DISEASES", Message.of("comparison.because.twoDiseases"));
    }

    private Message about(String what) {
        var name = Message.of("comparison.about." + what.toLowerCase(Locale.ROOT));
        return first
                ? name
                : Message.of(
                        "comparison.about.of",
                        name,
                        group.values().iterator().next().diagnosis().text());
    }

    private <T> Map<Integer, Said<T>> said(Function<Stated, Optional<Said<T>>> words) {
        var said = new TreeMap<Integer, Said<T>>();
        group.forEach((place, stated) -> words.apply(stated).ifPresent(it -> said.put(place, it)));
        return said;
    }

    /** A row judged only between the opinions that name the diagnosis: one that does not is counted where the name is. */
    private <T> void add(
            Topic topic,
            Message about,
            Map<Integer, Said<T>> said,
            BiFunction<T, T, Judgement> both,
            Function<T, Judgement> onlyOne) {
        Row.of(Criterion.DIAGNOSIS, topic, about, opinions, said, both, onlyOne)
                .map(row -> row.among(group.keySet()))
                .ifPresent(rows::add);
    }
}
