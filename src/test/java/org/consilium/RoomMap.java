package org.consilium;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Draws which room uses which, from the source itself. */
final class RoomMap {
    static final String BEGIN = "<!-- room map: written by ArchitectureTest -->";
    static final String END = "<!-- end of the room map -->";
    private static final Pattern USE = Pattern.compile("\\borg\\.consilium\\.([a-z]+)\\.");
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("/\\*\\*\\s*\\*?\\s*(.*?)(?:\\n \\*\\s*\\n|\\*/)", Pattern.DOTALL);

    private RoomMap() {}

    static String into(String document, List<Sources.Source> sources) {
        var begin = document.indexOf(BEGIN) + BEGIN.length();
        return document.substring(0, begin) + "\n" + draw(sources) + document.substring(document.indexOf(END));
    }

    private static String draw(List<Sources.Source> sources) {
        var rooms = sources.stream()
                .filter(source -> !source.room().isEmpty())
                .collect(groupingBy(Sources.Source::room, TreeMap::new, toList()));
        var arrows = new StringBuilder();
        var table = new StringBuilder();
        rooms.forEach((room, files) -> {
            var uses = uses(room, files, rooms.keySet());
            uses.forEach(used -> arrows.append("  ")
                    .append(room)
                    .append(" --> ")
                    .append(used)
                    .append('\n'));
            table.append("| `%s` | %s | %s |\n"
                    .formatted(room, purpose(files), uses.isEmpty() ? "-" : String.join(", ", uses)));
        });
        return "```mermaid\nflowchart TD\n" + arrows + "```\n\n| room | what it is for | uses |\n|---|---|---|\n"
                + table;
    }

    private static Set<String> uses(String room, List<Sources.Source> files, Set<String> rooms) {
        return files.stream()
                .flatMap(file -> USE.matcher(file.text()).results())
                .map(match -> match.group(1))
                .filter(used -> rooms.contains(used) && !used.equals(room))
                .collect(toCollection(TreeSet::new));
    }

    private static String purpose(List<Sources.Source> files) {
        return files.stream()
                .filter(file -> file.path().endsWith("package-info.java")
                        && file.within().equals(file.room()))
                .flatMap(file -> FIRST_SENTENCE.matcher(file.text()).results().limit(1))
                .map((MatchResult match) -> match.group(1)
                        .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                        .strip())
                .collect(joining());
    }
}
