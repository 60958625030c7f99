package org.consilium.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The opinions side by side.
 *
 * @param doubts opinions that may be about another person
 * @param news what changed since the person last looked; absent when nothing did
 * @param names of the doctors, in the order of the comparison
 * @param days left for a further opinion; absent when not known
 * @param tone agree, differ or empty: the colour of the first box
 * @param criteria the rows by criterion
 * @param pictures how often things happen, all drawn to one scale
 * @param asked the questions for each doctor, in the order of the comparison
 */
public record ComparePage(
        Frame frame,
        UUID id,
        Comparison comparison,
        List<Doubt> doubts,
        @Nullable News news,
        List<Author> names,
        @Nullable Integer days,
        String tone,
        List<CriterionRows> criteria,
        List<Picture> pictures,
        List<Asked> asked) {
    /** A doctor, with the opinion's page; {@code version} is the one compared, put in on {@code written}. */
    public record Author(String name, String about, String href, int version, String written) {}

    /** Why an opinion may be about another person, and the rule that says so. */
    public record Doubt(String name, Message because, String rule) {}

    /** What changed: {@code first} for everybody, {@code points} row by row. */
    public record News(LocalDate since, List<Message> first, List<Message> points) {}

    /** The rows of one criterion: {@code points} first, and in {@code more} what only one doctor speaks of. */
    public record CriterionRows(
            Comparison.Criterion criterion, List<Comparison.Point> points, List<Comparison.Point> more) {
        /** True when no two doctors speak of the same thing here. */
        public boolean onlyOne() {
            return points.stream().allMatch(point -> point.relation() == Comparison.Relation.ONLY_ONE_SAYS);
        }
    }

    /** Questions to one doctor. */
    public record Asked(String name, List<Comparison.Question> questions) {}

    /**
     * An icon array.
     *
     * @param hit people it happens to, for sure, {@code maybe} further ones up to the upper end of the range
     * @param of 100 or 1000, the same for all pictures of a page
     */
    public record Picture(String title, String who, Message words, int hit, int maybe, int of) {
        /** Icons in a row. */
        public int columns() {
            return of == 100 ? 10 : 40;
        }

        /** Height of the full rows that {@code count} icons fill. */
        public int rows(int count) {
            return count / columns();
        }

        /** Icons in the row that is not full. */
        public int rest(int count) {
            return count % columns();
        }
    }
}
