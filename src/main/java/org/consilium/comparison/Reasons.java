package org.consilium.comparison;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Seen;
import org.jspecify.annotations.Nullable;

/** Why doctors may differ, from what they themselves wrote: what each saw, when, how, and what each rests on. */
final class Reasons {
    private static final int DAYS_APART = 14;
    private static final List<String> STRONGEST_FIRST =
            List.of("guideline", "systematic-review", "trial", "cohort", "case-series", "expert");

    private final List<Opinion> opinions;
    private final List<Message> reasons = new ArrayList<>();

    private Reasons(List<Opinion> opinions) {
        this.opinions = opinions;
    }

    static List<Message> of(List<Opinion> opinions) {
        var made = new Reasons(opinions);
        made.records();
        made.dates();
        made.basis();
        made.evidence();
        made.specialties();
        return made.reasons;
    }

    private Object name(int place) {
        return Texts.name(opinions.get(place), place);
    }

    /** Records that one doctor lists and another, who also gives a list, does not. */
    private void records() {
        for (var i = 0; i < opinions.size(); i++) {
            for (var j = 0; j < opinions.size(); j++) {
                var others = seen(j);
                if (i == j || others.isEmpty()) {
                    continue;
                }
                for (var record : seen(i)) {
                    if (others.stream().noneMatch(it -> mayBeTheSame(record, it))) {
                        add("saw", name(i), shown(record), name(j));
                    }
                }
            }
        }
        for (var i = 0; i < opinions.size(); i++) {
            if (seen(i).isEmpty()) {
                add("sawUnknown", name(i));
            }
        }
    }

    private List<Seen> seen(int place) {
        var basis = opinions.get(place).basis();
        return basis == null ? List.of() : basis.saw();
    }

    /** Of one kind, and no day and no name that tells them apart; what a doctor does not say tells nothing. */
    private static boolean mayBeTheSame(Seen one, Seen other) {
        if (!one.kind().equals(other.kind())) {
            return false;
        }
        var day = text(one.date());
        var otherDay = text(other.date());
        if (!day.isEmpty() && !otherDay.isEmpty()) {
            return day.startsWith(otherDay) || otherDay.startsWith(day);
        }
        var what = Texts.plain(text(one.what()));
        var otherWhat = Texts.plain(text(other.what()));
        return what.isEmpty() || otherWhat.isEmpty() || what.equals(otherWhat);
    }

    private static Message shown(Seen record) {
        var shown = Message.of("comparison.seen." + record.kind());
        if (!text(record.what()).isEmpty()) {
            shown = Message.of("comparison.seenWhat", shown, text(record.what()));
        }
        return text(record.date()).isEmpty() ? shown : Message.of("comparison.seenOn", shown, day(text(record.date())));
    }

    private static Object day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException notAWholeDay) {
            return date;
        }
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    private void dates() {
        for (var i = 0; i + 1 < opinions.size(); i++) {
            var days = ChronoUnit.DAYS.between(
                    opinions.get(i).date(), opinions.get(i + 1).date());
            if (days >= DAYS_APART) {
                add("dates", name(i), name(i + 1), days);
            }
        }
    }

    private void basis() {
        for (var i = 0; i < opinions.size(); i++) {
            var basis = opinions.get(i).basis();
            if (basis == null) {
                continue;
            }
            if (Boolean.FALSE.equals(basis.examinedPatient()) && anyOther(i, Boolean.TRUE)) {
                add("notExamined", name(i));
            }
            if (Boolean.TRUE.equals(basis.knewFirstOpinion())) {
                add("knewFirst", name(i));
            }
        }
    }

    private boolean anyOther(int place, Boolean examined) {
        for (var i = 0; i < opinions.size(); i++) {
            var basis = opinions.get(i).basis();
            if (i != place && basis != null && examined.equals(basis.examinedPatient())) {
                return true;
            }
        }
        return false;
    }

    private void evidence() {
        var levels = new ArrayList<@Nullable String>();
        for (var i = 0; i < opinions.size(); i++) {
            levels.add(strongest(opinions.get(i)));
        }
        if (levels.stream().filter(Objects::nonNull).distinct().count() == 0
                || levels.stream().distinct().count() == 1) {
            return;
        }
        for (var i = 0; i < opinions.size(); i++) {
            var level = levels.get(i);
            if (level == null) {
                add("evidenceUnknown", name(i));
            } else {
                add("evidence", name(i), Message.of("comparison.evidence." + level));
            }
        }
    }

    private static @Nullable String strongest(Opinion opinion) {
        return STRONGEST_FIRST.stream()
                .filter(level -> opinion.treatments().stream()
                        .flatMap(it -> it.evidence().stream())
                        .anyMatch(it -> level.equals(it.level())))
                .findFirst()
                .orElse(null);
    }

    private void specialties() {
        var stated = opinions.stream()
                .map(opinion -> opinion.author().specialty())
                .filter(specialty -> specialty != null && !specialty.isBlank())
                .map(Texts::plain)
                .distinct()
                .count();
        if (stated > 1) {
            reasons.add(Message.of("comparison.reason.specialties"));
        }
    }

    private void add(String what, Object... args) {
        reasons.add(Message.of("comparison.reason." + what, args));
    }
}
