package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a letter cites: guidelines, trials and studies, with year and DOI. */
final class Evidence {
    private static final Pattern CITED = Pattern.compile(
            "(?:\\b(?<body>NCCN|ESMO|ASCO|NICE|ESC(?:/EACTS)?|ACC/AHA|AHA|ACC|ATA|AUA|EAU|ADA|EASL|AASLD|CANMAT|APA|AAOS|NASS|SEOM|SEMI|ACR|EULAR|AAN|KDIGO|ESGO|ACOG|RCOG|SIGN|GOLD|GINA|WHO|OMS|AAP|SIOP|BTS|ATS|ESPGHAN|SOGUG|BAP|WFSBP|NIH|SERAM|SECOT|ILAE|AASM|ECCO|ETA|AAOMS)\\b"
                    + "|\\b(?<trial>\\p{Lu}[\\p{L}\\d]*(?:[-/ ]?\\p{Lu}?[\\p{L}\\d-]*\\p{Lu}[\\p{L}\\d-]*)?(?:[- ]\\d{1,3})?)(?= (?:trial|study|cohort|registry|randomi[sz]ed))|(?:\\b(?i:ensayo|estudio|cohorte|registro)(?: cl\u00ednico)? )(?<ensayo>\\p{Lu}[\\p{L}\\d-]*\\p{Lu}[\\p{L}\\d-]*(?:[- ]\\d{1,3})?)"
                    + "|\\b(?<review>(?i:Cochrane(?: review)?|systematic review|meta-analysis|metaan\u00e1lisis|revisi\u00f3n sistem\u00e1tica|revisi\u00f3n Cochrane)))");
    private static final Pattern GUIDE =
            Pattern.compile("(?i)\\b(?:guidelines?|gu\u00edas?|recommendations?|consensus|consenso)\\b");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d./-])(?<year>(?:19[89]|20[0-4])\\d)(?![\\d/-])");
    private static final Pattern DOI = Pattern.compile(
            "\\b(?i:doi)?:?\\s?(?:https?://(?:dx\\.)?doi\\.org/)?(?<doi>10\\.\\d{4,9}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9])");
    private static final Pattern ONLY_A_BODY = Pattern.compile("(?i)\\b(?:member|fellow|hospital|clinic|board)\\b");

    /** One thing cited; {@code level} is a word of the opinion schema. */
    record Entry(String text, @Nullable String level, Optional<String> year, Optional<String> doi, Passage passage) {}

    private Evidence() {}

    static List<Entry> of(List<Passage> passages) {
        var found = new ArrayList<Entry>();
        for (var passage : passages) {
            if (passage.topic() != Topic.FAMILY && passage.topic() != Topic.HISTORY) {
                passage(passage, found);
            }
        }
        return found;
    }

    private static void passage(Passage passage, List<Entry> into) {
        var text = passage.text();
        var marks = CITED.matcher(text).results().toList();
        for (var index = 0; index < marks.size(); index++) {
            var mark = marks.get(index);
            var end = index + 1 < marks.size() ? marks.get(index + 1).start() : text.length();
            var part = text.substring(mark.start(), end);
            var isBody = mark.start("body") >= 0;
            if (isBody
                    && ((!GUIDE.matcher(text).find() && passage.topic() != Topic.EVIDENCE)
                            || ONLY_A_BODY.matcher(text).find())) {
                continue;
            }
            var words = words(text, mark.start(), end);
            if (into.stream().anyMatch(each -> each.text().contains(mark.group()))) {
                continue;
            }
            into.add(new Entry(
                    words,
                    level(
                            mark.start("review") >= 0,
                            isBody,
                            part,
                            text.substring(Math.max(0, mark.start() - 30), mark.start())),
                    first(YEAR, "year", part),
                    first(DOI, "doi", part),
                    passage));
        }
        if (marks.isEmpty()) {
            first(DOI, "doi", text)
                    .filter(doi -> into.stream().noneMatch(each -> each.doi().equals(Optional.of(doi))))
                    .ifPresent(doi ->
                            into.add(new Entry(text, null, first(YEAR, "year", text), Optional.of(doi), passage)));
        }
    }

    /** The cited name with the words that belong to it. */
    private static String words(String text, int start, int end) {
        var from = start;
        var before = Pattern.compile(
                        "(?i)(?:\\b(?:gu\u00eda|guidelines?)(?: europea| cl\u00ednica| espa\u00f1ola| americana)?(?: de(?: la)?| of(?: the)?)? |\\b(?:ensayo|estudio) )$")
                .matcher(text.substring(0, start));
        if (before.find()) {
            from = before.start();
        }
        var stop = Pattern.compile(
                        "[.;,(]\\s|[.;]$|\\(|\\s(?:and|y|en|supports?|showed|shows|found)\\b|,|\\b10\\.\\d{4}|\\bdoi")
                .matcher(text.substring(start, end));
        var to = stop.find() && stop.start() > 0 ? start + stop.start() : end;
        return text.substring(from, to).strip();
    }

    private static @Nullable String level(boolean isReview, boolean isBody, String part, String before) {
        if (isReview) {
            return "systematic-review";
        }
        var words = (before + part).toLowerCase(java.util.Locale.ROOT);
        if (isBody) {
            return "guideline";
        }
        if (part.toLowerCase(java.util.Locale.ROOT).contains("cohort")
                || words.contains("cohorte")
                || words.contains("regist")) {
            return "cohort";
        }
        return words.contains("trial") || words.contains("ensayo") || words.contains("random") ? "trial" : null;
    }

    private static Optional<String> first(Pattern pattern, String group, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(group)) : Optional.empty();
    }
}
