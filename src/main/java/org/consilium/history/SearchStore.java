package org.consilium.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets the database search texts that it is handed with the question; it stores none of them. */
@Repository
class SearchStore {
    /**
     * A text that was found.
     *
     * @param place in the list of texts, from 1
     * @param excerpt the words found with some around them, between {@link Search#OPEN} and {@link Search#CLOSE}; for the best hundred
     */
    record Match(int place, double rank, @Nullable String excerpt) {}

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the words that are too common to be looked for, in English or in Spanish. */
    List<String> common(String[] words) {
        return jdbc.sql("""
                select word
                from unnest(cast(:words as text[])) as asked (word)
                where ts_lexize('english_stem', word) = '{}' or ts_lexize('spanish_stem', word) = '{}'
                """).param("words", words).query(String.class).list();
    }

    /**
     * Full-text search in English and in Spanish, the best first.
     *
     * @param texts as people wrote them, and {@code folded} the same without accents and capitals
     * @param prefixes for {@code to_tsquery('simple')}; empty for none
     */
    List<Match> find(String[] texts, String[] folded, String words, String prefixes, String options, int limit) {
        return jdbc.sql("""
                with wanted as (
                    select websearch_to_tsquery('english', :words) as english,
                        websearch_to_tsquery('spanish', :words) as spanish,
                        to_tsquery('simple', :prefixes) as plain
                ),
                given as (
                    select text, folded, place
                    from unnest(cast(:texts as text[]), cast(:folded as text[])) with ordinality
                        as line (text, folded, place)
                ),
                found as (
                    select text, place, english || spanish || plain as question,
                        to_tsvector('english', text) || to_tsvector('spanish', text) || to_tsvector('simple', folded) as vector
                    from given cross join wanted
                ),
                best as (
                    select text, place, question, ts_rank(vector, question) as rank
                    from found
                    where vector @@ question
                    order by rank desc, place
                    limit :limit
                )
                select place, rank,
                    case when row_number() over (order by rank desc, place) <= 100
                        then ts_headline('simple', text, question, :options) end as excerpt
                from best
                order by rank desc, place
                """)
                .param("words", words)
                .param("prefixes", prefixes)
                .param("texts", texts)
                .param("folded", folded)
                .param("options", options)
                .param("limit", limit)
                .query((row, number) -> new Match(row.getInt("place"), row.getDouble("rank"), row.getString("excerpt")))
                .list();
    }
}
