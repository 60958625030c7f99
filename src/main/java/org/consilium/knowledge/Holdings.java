package org.consilium.knowledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.consilium.knowledge.Provenance.Grade;
import org.consilium.knowledge.Provenance.Tag;
import org.consilium.knowledge.Statement.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the knowledge base holds, in figures.
 *
 * @param kinds how many entries there are of each kind, all kinds named
 * @param tags how many entries with a source were obtained in which way, all tags named
 * @param grades how many entries with a source rest on how strong evidence, all grades named
 * @param withSource how many entries name a source; the sum of the tags and of the grades
 * @param reviewed how many of these a clinician has checked
 * @param reviewFirst the first day by which an entry must be looked at again; absent when there is none
 * @param reviewLast the last such day
 */
public record Holdings(
        String version,
        Map<Kind, Integer> kinds,
        Map<Tag, Integer> tags,
        Map<Grade, Integer> grades,
        int withSource,
        int reviewed,
        @Nullable LocalDate reviewFirst,
        @Nullable LocalDate reviewLast) {
    public Holdings {
        kinds = Collections.unmodifiableMap(new EnumMap<>(kinds));
        tags = Collections.unmodifiableMap(new EnumMap<>(tags));
        grades = Collections.unmodifiableMap(new EnumMap<>(grades));
    }

    public static Holdings of(Knowledge knowledge) {
        var statements = Statement.all(knowledge);
        var sources = statements.stream()
                .map(Statement::provenance)
                .filter(Objects::nonNull)
                .toList();
        var kinds = none(Kind.class);
        var tags = none(Tag.class);
        var grades = none(Grade.class);
        statements.forEach(statement -> kinds.merge(statement.kind(), 1, Integer::sum));
        kinds.put(Kind.CODE_PAIR, knowledge.crosswalk().pairs().size());
        sources.forEach(source -> tags.merge(source.tag(), 1, Integer::sum));
        sources.forEach(source -> grades.merge(source.grade(), 1, Integer::sum));
        var days = sources.stream()
                .map(Provenance::reviewBy)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Holdings(
                knowledge.version(),
                kinds,
                tags,
                grades,
                sources.size(),
                (int) sources.stream()
                        .filter(source -> source.reviewedBy() != null)
                        .count(),
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast());
    }

    private static <E extends Enum<E>> EnumMap<E, Integer> none(Class<E> type) {
        var none = new EnumMap<E, Integer>(type);
        for (var each : Objects.requireNonNull(type.getEnumConstants())) {
            none.put(each, 0);
        }
        return none;
    }
}
