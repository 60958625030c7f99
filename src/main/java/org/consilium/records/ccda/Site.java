package org.consilium.records.ccda;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where on the body, and on which side: the target site and its qualifiers, or the qualifiers of the finding itself. */
record Site(Optional<String> name, Optional<String> laterality) {
    private static final Pattern SIDE_WORD = Pattern.compile("\\b(left|right|bilateral)\\b");

    static Site of(Element statement, Section section) {
        var target = statement
                .first("targetSiteCode")
                .filter(site -> !site.isNull() || !site.all("originalText").isEmpty());
        var name = target.flatMap(site -> Concept.of(site, section).text());
        var qualified = Stream.of("targetSiteCode", "value", "code")
                .flatMap(part -> statement.all(part, "qualifier").stream())
                .flatMap(qualifier -> qualifier.all("value").stream())
                .flatMap(value -> side(value).stream())
                .findFirst();
        return new Site(name, qualified.or(() -> name.flatMap(Site::sideIn)));
    }

    /** SNOMED CT values of the attribute laterality (272741003). */
    private static Optional<String> side(Element value) {
        return switch (value.attribute("code").orElse("")) {
            case "7771000" -> Optional.of("left");
            case "24028007" -> Optional.of("right");
            case "51440002" -> Optional.of("bilateral");
            case "399488007" -> Optional.of("midline");
            default -> Optional.empty();
        };
    }

    private static Optional<String> sideIn(String siteName) {
        var words = SIDE_WORD.matcher(siteName.toLowerCase(Locale.ROOT));
        return words.find() ? Optional.of(words.group(1)) : Optional.empty();
    }
}
