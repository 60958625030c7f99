package org.consilium.prose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which part of the body and which side some words are about. */
public final class Sites {
    private static final Map<Pattern, String> SIDES = new LinkedHashMap<>();
    private static final Pattern SITE = Pattern.compile(
            "(?<![a-z])(?:breast|mama|lung|pulmon|prostate|prostata|colon|sigmoid(?: colon)?|sigma|rectum|recto|stomach|estomago|(?:gastric )?antrum|antro(?: gastrico)?|(?:o?esophag|esofag)(?:us|o)|liver|higado|pancreas|kidney|rinon|"
                    + "bladder|vejiga|uterus|utero|cervix|cuello uterino|endometrium|endometrio|ovary|ovario|thyroid|tiroides|skin|piel|brain|cerebro|meninx|frontal base|lymph node|ganglio(?: linfatico)?|axilla|axila|bone marrow|medula osea|"
                    + "spine|columna|knee|rodilla|hip|cadera|shoulder|hombro|wrist|muneca|ankle|tobillo|femur|chest|torax|abdomen|pelvis|neck|cuello|scalp|back|espalda|forearm|antebrazo|arm|brazo|leg|pierna|thigh|muslo|face|cara|cheek|mejilla|"
                    + "nose|nariz|ear|oreja|lip|labio|tongue|lengua|tonsil|amigdala|larynx|laringe|duodenum|duodeno|ileum|ileon|cecum|ciego|appendix|apendice|gallbladder|vesicula(?: biliar)?|spleen|bazo|testis|testicle|testiculo|penis|pene|vulva|vagina|"
                    + "pleura|peritoneum|peritoneo|parotid|parotida|adrenal|suprarrenal|heart|corazon|eye|ojo)(?:e?s)?(?![a-z])");

    static {
        SIDES.put(Pattern.compile("(?<![a-z])(?:bilateral(?:es)?|both sides|ambos|ambas)(?![a-z])"), "bilateral");
        SIDES.put(Pattern.compile("(?<![a-z])(?:left|izquierd[oa]s?|lt\\.|izq\\.?)(?![a-z])"), "left");
        SIDES.put(Pattern.compile("(?<![a-z])(?:right|derech[oa]s?|rt\\.|dcho\\.?|dcha\\.?)(?![a-z])"), "right");
    }

    private Sites() {}

    private static final Map<Pattern, String> ADJECTIVES = new LinkedHashMap<>();

    static {
        ADJECTIVES.put(Pattern.compile("(?<![a-z])gastric(?![a-z])"), "stomach");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])gastric[oa]s?(?![a-z])"), "estómago");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])mamari[oa]s?(?![a-z])"), "mama");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])prostatic(?![a-z])"), "prostate");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])prostatic[oa]s?(?![a-z])"), "próstata");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])colonic(?![a-z])"), "colon");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])endometrial(?![a-z])"), "endometrium");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])(?:o?esophageal)(?![a-z])"), "esophagus");
        ADJECTIVES.put(Pattern.compile("(?<![a-z])esofagic[oa]s?(?![a-z])"), "esófago");
    }

    /** left, right or bilateral; nothing when the words name no side, or several. */
    public static Optional<String> side(String words) {
        var plain = Plain.of(words);
        var sides = SIDES.entrySet().stream()
                .filter(side -> side.getKey().matcher(plain).find())
                .map(Map.Entry::getValue)
                .toList();
        return sides.size() == 1 ? Optional.of(sides.getFirst()) : Optional.empty();
    }

    /** The part of the body as written; nothing when the words name none. */
    public static Optional<String> site(String words) {
        var plain = Plain.of(words);
        var found = SITE.matcher(plain);
        if (found.find()) {
            return Optional.of(words.substring(found.start(), found.end()));
        }
        return ADJECTIVES.entrySet().stream()
                .filter(adjective -> adjective.getKey().matcher(plain).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
