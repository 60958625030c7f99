package org.consilium.web;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.Window;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.jspecify.annotations.Nullable;

/** The rules of the knowledge base in words. */
final class RuleWords {
    private static final int MOST = 12;

    private RuleWords() {}

    static List<Message> of(Window window, @Nullable Integer kept, @Nullable Message group, Messages messages) {
        var rule = new ArrayList<Message>();
        if (group != null) {
            rule.add(Message.of("know.rule.applies", group));
        }
        codes(rule, "codes", window.codes(), messages);
        window.when().forEach(when -> rule.add(Message.of("know.rule.only", when(when, messages))));
        if (window.urgency().isEmergency()) {
            rule.add(Message.of("know.rule.care"));
        } else if (window.days() == null) {
            rule.add(Message.of("know.rule.noDays"));
        } else {
            rule.add(Message.of("know.rule.days", window.days()));
            rule.add(Message.of("know.rule.count", window.clock().wording()));
        }
        if (kept != null) {
            rule.add(Message.of("know.rule.kept", kept));
        }
        return List.copyOf(rule);
    }

    /** What must be so besides the condition: see {@link Window}. */
    static Message when(String when, Messages messages) {
        var colon = when.indexOf(':');
        if (colon < 0) {
            return Message.of("know.when." + when);
        }
        var what = when.substring(0, colon);
        var value = when.substring(colon + 1);
        var key = "know.value." + what + "." + value.replaceAll("[^A-Za-z0-9]+", "-");
        return Message.of("know.when." + what, messages.has(key) ? Message.of(key) : value);
    }

    static List<Message> of(RedFlag flag, Messages messages) {
        var rule = new ArrayList<Message>();
        for (var each : flag.when()) {
            codes(rule, "codes", each.any(), messages);
            codes(rule, "with", each.with(), messages);
        }
        if (!flag.when().isEmpty()) {
            rule.add(Message.of("know.rule.recent", flag.recentDays()));
        }
        if (!flag.symptom().en().isBlank()) {
            rule.add(Message.of("know.rule.symptom", flag.symptom()));
        }
        if (!flag.symptomWords().isEmpty()) {
            rule.add(Message.of("know.rule.words", list(flag.symptomWords(), messages)));
        }
        rule.add(Message.of("know.rule.wins"));
        return List.copyOf(rule);
    }

    static List<Message> of(Checklist.Item item, Message group, Messages messages) {
        var rule = new ArrayList<Message>();
        rule.add(Message.of("know.rule.applies", group));
        rule.add(Message.of("know.rule.weight." + item.weight()));
        rule.add(Message.of("know.rule.kind." + item.kind().name()));
        codes(rule, "codes", item.codes(), messages);
        if (!item.words().isEmpty()) {
            rule.add(Message.of("know.rule.reportWords", list(item.words(), messages)));
        }
        if (!item.modalities().isEmpty()) {
            rule.add(Message.of("know.rule.modalities", String.join(", ", item.modalities())));
        }
        rule.add(
                item.freshDays() == null
                        ? Message.of("know.rule.always")
                        : Message.of("know.rule.fresh", item.freshDays()));
        if (!item.onlyFor().isEmpty()) {
            codes(rule, "onlyFor", item.onlyFor(), messages);
        }
        if (item.fromStage() != null) {
            rule.add(Message.of("know.rule.fromStage", item.fromStage()));
        }
        rule.add(Message.of("know.rule.proposal"));
        return List.copyOf(rule);
    }

    /** Codes that follow from ICD-10-CM codes are not named again. */
    private static void codes(List<Message> rule, String key, List<CodePattern> patterns, Messages messages) {
        var icd = patterns.stream()
                .filter(pattern -> pattern.system().equals(CodeSystems.ICD10CM))
                .map(CodePattern::code)
                .distinct()
                .toList();
        var named = icd.isEmpty()
                ? patterns.stream().map(CodePattern::code).distinct().toList()
                : icd;
        if (!named.isEmpty()) {
            rule.add(Message.of("know.rule." + key, list(named, messages)));
        }
    }

    private static String list(List<String> words, Messages messages) {
        var shown = String.join(", ", words.subList(0, Math.min(MOST, words.size())));
        return words.size() <= MOST ? shown : messages.say("know.rule.moreCodes", shown, words.size() - MOST);
    }
}
