package org.consilium;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Draws which room uses which, from the source itself. */
final class RoomMap {
    static final String BEGIN = "<!-- rooms:begin -->";
    static final String END = "<!-- rooms:end -->";
    private static final Pattern USE = Pattern.compile("\\borg\\.consilium\\.([a-z]+)\\.");

    private RoomMap() {}

    /** The document with today's map between its two marks. */
    static String into(String document, List<Sources.Source> sources) {
        var begin = document.indexOf(BEGIN) + BEGIN.length();
        return document.substring(0, begin) + "\n" + draw(sources) + document.substring(document.indexOf(END));
    }

    private static String draw(List<Sources.Source> sources) {
        var rooms = sources.stream()
                .filter(source -> !source.room().isEmpty())
                .collect(groupingBy(Sources.Source::room, TreeMap::new, toList()));
        var map = new StringBuilder("```mermaid\nflowchart TD\n");
        rooms.forEach((room, files) -> {
            var uses = uses(room, files, rooms.keySet());
            map.append("  ").append(room);
            if (!uses.isEmpty()) {
                map.append(" --> ").append(String.join(" & ", uses));
            }
            map.append('\n');
        });
        return map.append("```\n").toString();
    }

    private static Set<String> uses(String room, List<Sources.Source> files, Set<String> rooms) {
        return files.stream()
                .flatMap(file -> USE.matcher(file.text()).results())
                .map(match -> match.group(1))
                .filter(used -> rooms.contains(used) && !used.equals(room))
                .collect(toCollection(TreeSet::new));
    }
}
