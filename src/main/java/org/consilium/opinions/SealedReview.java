package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.consilium.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What reviews hold in words, closed and opened; everything of one review opens for that review only. */
@Component
class SealedReview {
    private final Vault vault;

    SealedReview(Vault vault) {
        this.vault = vault;
    }

    static String word(Review.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Review.Kind kind(String word) {
        return Review.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    byte[] asked(UUID review, Review.Asked asked) {
        var json = OpinionJson.object()
                .put("who", asked.who())
                .put("question", asked.question())
                .put("afterwards", asked.afterwards());
        var kept = json.putArray("keptBack");
        asked.keptBack().stream().sorted().forEach(kept::add);
        return seal(review, "asked", json.toString());
    }

    Review.Asked openAsked(UUID review, byte[] sealed) {
        var json = OpinionJson.MAPPER.readTree(open(review, "asked", sealed));
        var kept = new HashSet<String>();
        for (JsonNode hash : json.path("keptBack")) {
            kept.add(hash.stringValue());
        }
        return new Review.Asked(
                json.path("who").stringValue(),
                json.path("question").stringValue(),
                json.path("afterwards").stringValue(""),
                kept);
    }

    byte[] draft(UUID review, Draft draft) {
        return seal(review, "draft", draft.json());
    }

    Draft openDraft(UUID review, byte[] sealed) {
        return new Draft(open(review, "draft", sealed));
    }

    byte @Nullable [] words(UUID review, @Nullable String words) {
        return words == null ? null : seal(review, "words", words);
    }

    @Nullable
    String openWords(UUID review, byte @Nullable [] sealed) {
        return sealed == null ? null : open(review, "words", sealed);
    }

    byte[] check(UUID review, PeerCheck check) {
        return seal(
                review,
                "check",
                OpinionJson.object()
                        .put("name", check.name())
                        .put("agrees", check.agrees())
                        .put("comment", check.comment())
                        .toString());
    }

    PeerCheck openCheck(UUID review, byte[] sealed, int version, Instant at) {
        var json = OpinionJson.MAPPER.readTree(open(review, "check", sealed));
        return new PeerCheck(
                json.path("name").stringValue(),
                json.path("agrees").booleanValue(),
                json.path("comment").stringValue(),
                version,
                at);
    }

    private byte[] seal(UUID review, String part, String text) {
        return vault.seal("reviews/" + review + "/" + part, text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(UUID review, String part, byte[] sealed) {
        return new String(vault.open("reviews/" + review + "/" + part, sealed), StandardCharsets.UTF_8);
    }
}
