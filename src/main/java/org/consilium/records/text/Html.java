package org.consilium.records.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a web page. Nothing in it runs and nothing is fetched. */
final class Html {
    private static final Set<String> UNSAID =
            Set.of("script", "style", "template", "noscript", "svg", "object", "iframe", "textarea", "select");
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "header",
            "footer",
            "blockquote",
            "pre",
            "hr",
            "title",
            "caption",
            "thead",
            "tbody");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("aacute", "á"),
            Map.entry("eacute", "é"),
            Map.entry("iacute", "í"),
            Map.entry("oacute", "ó"),
            Map.entry("uacute", "ú"),
            Map.entry("ntilde", "ñ"),
            Map.entry("uuml", "ü"),
            Map.entry("ouml", "ö"),
            Map.entry("auml", "ä"),
            Map.entry("szlig", "ß"),
            Map.entry("deg", "°"),
            Map.entry("micro", "µ"),
            Map.entry("plusmn", "±"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("bull", "•"),
            Map.entry("middot", "·"),
            Map.entry("sup2", "²"));
    private static final int LONGEST_ENTITY = 10;

    private final String page;
    private final StringBuilder words = new StringBuilder();
    private int at;
    private int pre;

    private Html(String page) {
        this.page = page;
    }

    static String words(String page) {
        var html = new Html(page);
        while (html.at < page.length() && html.words.length() <= 2 * Written.LONGEST) {
            html.step();
        }
        return html.words.toString();
    }

    private void step() {
        var character = page.charAt(at);
        if (character == '<' && startsTag()) {
            tag();
        } else if (character == '&') {
            entity();
        } else {
            say(character);
            at++;
        }
    }

    private boolean startsTag() {
        if (at + 1 >= page.length()) {
            return false;
        }
        var next = page.charAt(at + 1);
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private void tag() {
        if (page.startsWith("<!--", at)) {
            skipTo("-->");
            return;
        }
        if (page.startsWith("<![CDATA[", at)) {
            at += 9;
            return;
        }
        var closing = page.charAt(at + 1) == '/';
        var from = at + (closing ? 2 : 1);
        var end = from;
        while (end < page.length() && Character.isLetterOrDigit(page.charAt(end))) {
            end++;
        }
        var name = page.substring(from, end).toLowerCase(Locale.ROOT);
        endOfTag(end);
        if (!closing && UNSAID.contains(name) && page.charAt(at - 1) == '>' && page.charAt(at - 2) != '/') {
            skipPast(name);
            return;
        }
        if (name.equals("pre")) {
            pre = Math.max(0, pre + (closing ? -1 : 1));
        }
        mark(name, closing);
    }

    private void mark(String name, boolean closing) {
        if (LINES.contains(name)) {
            line();
        } else if ((name.equals("td") || name.equals("th")) && !closing && !atLineStart()) {
            words.append('\t');
        }
    }

    private void line() {
        while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
            words.setLength(words.length() - 1);
        }
        if (!atLineStart()) {
            words.append('\n');
        }
    }

    private boolean atLineStart() {
        return words.isEmpty() || words.charAt(words.length() - 1) == '\n';
    }

    /** Past the {@code >} of a tag; one in quotes does not count. */
    private void endOfTag(int from) {
        var quote = '\0';
        at = from;
        while (at < page.length()) {
            var character = page.charAt(at++);
            if (quote != '\0') {
                quote = character == quote ? '\0' : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            } else if (character == '>') {
                return;
            }
        }
    }

    private void skipTo(String end) {
        var found = page.indexOf(end, at);
        at = found < 0 ? page.length() : found + end.length();
    }

    private void skipPast(String name) {
        var end = "</" + name;
        while (at < page.length()) {
            if (page.regionMatches(true, at, end, 0, end.length())) {
                endOfTag(at + end.length());
                return;
            }
            var next = page.indexOf("</", at + 1);
            at = next < 0 ? page.length() : next;
        }
    }

    private void entity() {
        var end = page.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY) {
            say(page.charAt(at++));
            return;
        }
        var name = page.substring(at + 1, end);
        var meant = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
        if (meant == null) {
            say(page.charAt(at++));
            return;
        }
        words.append(meant);
        at = end + 1;
    }

    private static @org.jspecify.annotations.Nullable String numbered(String digits) {
        try {
            var code = digits.startsWith("x") || digits.startsWith("X")
                    ? Integer.parseInt(digits.substring(1), 16)
                    : Integer.parseInt(digits);
            return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void say(char character) {
        if (pre > 0 || !Character.isWhitespace(character)) {
            words.append(character);
        } else if (!atLineStart() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
