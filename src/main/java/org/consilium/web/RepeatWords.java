package org.consilium.web;

import java.util.Objects;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.triage.Assessment.Repeat;

/** A recent test in one or two plain sentences: what, when, where, and that images can be asked for. */
final class RepeatWords {
    private RepeatWords() {}

    static String of(Repeat repeat, String name, Messages messages) {
        var date = Objects.requireNonNull(repeat.fact().date()).withoutTime();
        var day = date.isDay() ? messages.day(date.earliest()) : date.toString();
        var where = repeat.place().isBlank() ? "" : ", " + messages.say("requests.repeats.place", repeat.place());
        var test = messages.say(Message.of("requests.repeats.row", repeat.item().name(), name, day)) + where + ".";
        return repeat.imagesToGet() ? test + " " + messages.say("requests.repeats.images") : test;
    }
}
