package org.consilium.records.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads SMART Health Cards: a {@code .smart-health-card} file, a bare signed text, or the text of QR codes. The records inside
 * are FHIR; their places are {@code verifiableCredential[0]!Bundle.entry[1].resource}, whatever the card came in.
 */
public final class HealthCardReader {
    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_CARDS = 500;
    private static final Pattern START = Pattern.compile("(?i)shc:/|shlink:/|https?://[^\\s#]{1,2000}#shlink:/");
    private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]+={0,2}\\.[\\w-]*={0,2}\\.[\\w.=-]*");
    private static final Pattern PLACE = Pattern.compile("verifiableCredential\\[(\\d{1,6})]!.*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HealthCardReader() {}

    /** @param start the first characters of a file, blanks at its beginning left out */
    public static boolean isCard(String start) {
        return START.matcher(start).lookingAt()
                || start.startsWith("eyJ")
                || (start.startsWith("{")
                        && start.contains("\"verifiableCredential\"")
                        && !start.contains("\"resourceType\""));
    }

    /**
     * What the cards say, and what can be said of their signatures; never throws on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading read(Content content) {
        return read(content, IssuerKeys.here());
    }

    static Reading read(Content content, IssuerKeys keys) {
        try (var in = content.open()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return kept(content, Severity.ERROR, Message.of("card.too-large"));
            }
            var text = new String(bytes, StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .strip();
            if (!text.startsWith("{")) {
                var link = HealthLink.parse(text);
                if (link.isPresent()) {
                    return link(content, link.get());
                }
            }
            return cards(content, text, keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reading cards(Content content, String text, IssuerKeys keys) throws IOException {
        var problems = new ArrayList<Problem>();
        var inner = new ArrayList<Reading>();
        var credentials = credentials(text);
        for (var index = 0; index < Math.min(MOST_CARDS, credentials.size()); index++) {
            card(content, index, credentials.get(index), keys, problems).ifPresent(inner::add);
        }
        var missing = text.startsWith("{") ? 0 : QrText.read(text).missing();
        if (missing > 0) {
            problems.add(new Problem(Severity.ERROR, Message.of("card.codes-missing", missing), ""));
        }
        if (credentials.isEmpty() && missing == 0) {
            problems.add(new Problem(Severity.ERROR, Message.of("card.damaged"), ""));
        }
        var none = inner.isEmpty();
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        var reading = new Reading(
                Format.HEALTH_CARD,
                none ? Status.KEPT : clean ? Status.READ : Status.PARTLY,
                none ? List.of(content.asDocument()) : List.of(),
                problems,
                null);
        return Parts.join(reading, inner);
    }

    /** The signed texts of a file, or the JSON objects that stand in their place. */
    private static List<Object> credentials(String text) {
        if (text.startsWith("{")) {
            try {
                var listed = JSON.readTree(text).path("verifiableCredential");
                var nodes = listed.isArray() ? listed.valueStream() : Stream.of(listed);
                return nodes.filter(node -> !node.isMissingNode())
                        .<Object>map(node -> node.isString() ? node.stringValue() : node)
                        .toList();
            } catch (JacksonException damaged) {
                return signed(text);
            }
        }
        if (text.regionMatches(true, 0, "shc:", 0, 4)) {
            return List.copyOf(QrText.read(text).cards());
        }
        return signed(text);
    }

    private static List<Object> signed(String text) {
        return SIGNED.matcher(text)
                .results()
                .limit(MOST_CARDS)
                .<Object>map(found -> found.group())
                .toList();
    }

    private static Optional<Reading> card(
            Content content, int index, Object credential, IssuerKeys keys, List<Problem> problems) throws IOException {
        var place = "verifiableCredential[" + index + "]";
        if (credential instanceof JsonNode node) {
            problems.add(new Problem(Severity.WARNING, Message.of("card.unsigned"), place));
            return bundle(content, place, node.path("credentialSubject").path("fhirBundle"), problems);
        }
        var written = credential.toString();
        if (written.chars().filter(character -> character == '.').count() == 4) {
            problems.add(new Problem(Severity.WARNING, Message.of("card.encrypted"), place));
            return Optional.empty();
        }
        var text = SignedText.parse(written);
        if (text.isEmpty()) {
            problems.add(new Problem(Severity.ERROR, Message.of("card.damaged"), place));
            return Optional.empty();
        }
        if (text.get().bundle().isMissingNode()) {
            problems.add(new Problem(Severity.ERROR, Message.of("card.no-records"), place));
            return Optional.empty();
        }
        var verdict = keys.check(text.get());
        problems.add(verdict(verdict, text.get(), place));
        var ends = text.get().payload().path("exp");
        var last = ends.isNumber() ? HealthLink.day(ends.asDouble(0)) : null;
        if (last != null) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("card.ends", last), place));
        }
        return bundle(content, place, text.get().bundle(), problems)
                .map(reading -> verdict == IssuerKeys.Verdict.DOES_NOT_FIT ? proposed(reading) : reading);
    }

    private static Problem verdict(IssuerKeys.Verdict verdict, SignedText text, String place) {
        var issuer = text.issuer().replaceAll("\\p{Cntrl}|\\p{Cs}", "");
        return switch (verdict) {
            case FITS -> new Problem(Severity.INFORMATION, Message.of("card.checked", issuer), place);
            case UNKNOWN -> new Problem(Severity.INFORMATION, Message.of("card.not-checked", issuer), place);
            case DOES_NOT_FIT -> new Problem(Severity.WARNING, Message.of("card.altered", issuer), place);
            case UNSIGNED -> new Problem(Severity.WARNING, Message.of("card.unsigned"), place);
        };
    }

    private static Optional<Reading> bundle(Content content, String place, JsonNode bundle, List<Problem> problems)
            throws IOException {
        if (!bundle.isObject()) {
            problems.add(new Problem(Severity.ERROR, Message.of("card.no-records"), place));
            return Optional.empty();
        }
        var bytes = JSON.writeValueAsBytes(bundle);
        return Optional.of(Parts.read(content, place, content.name(), new ByteArrayInputStream(bytes)));
    }

    /** What an altered card says waits for a person to confirm it. */
    private static Reading proposed(Reading reading) {
        var facts = reading.facts().stream()
                .map(fact -> new Fact(
                        fact.kind(),
                        fact.codes(),
                        fact.text(),
                        fact.date(),
                        fact.end(),
                        Fact.PROPOSED,
                        fact.value(),
                        fact.details(),
                        fact.sources()))
                .toList();
        return new Reading(
                reading.format(), reading.status(), facts, reading.problems(), reading.patient(), reading.parts());
    }

    private static Reading link(Content content, HealthLink link) {
        var problems = new ArrayList<Problem>();
        var label = link.label() == null ? "?" : link.label();
        var host = link.host() == null ? "?" : link.host();
        problems.add(new Problem(Severity.WARNING, Message.of("card.link", label, host), ""));
        if (link.asksForCode()) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("card.link.code"), ""));
        }
        if (link.ends() != null) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("card.link.ends", link.ends()), ""));
        }
        return new Reading(Format.HEALTH_CARD, Status.KEPT, List.of(content.asDocument()), problems, null);
    }

    private static Reading kept(Content content, Severity severity, Message why) {
        return new Reading(
                Format.HEALTH_CARD,
                Status.KEPT,
                List.of(content.asDocument()),
                List.of(new Problem(severity, why, "")),
                null);
    }

    /** The records that a place as {@link #read} cites it is in, as JSON; empty when it is not there. */
    public static Optional<byte[]> records(byte[] bytes, String place) {
        var asked = PLACE.matcher(place);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var credentials = credentials(
                new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "").strip());
        var index = Integer.parseInt(asked.group(1));
        if (index >= credentials.size()) {
            return Optional.empty();
        }
        var bundle = credentials.get(index) instanceof JsonNode node
                ? Optional.of(node.path("credentialSubject").path("fhirBundle"))
                : SignedText.parse(credentials.get(index).toString()).map(SignedText::bundle);
        return bundle.filter(JsonNode::isObject).map(JSON::writeValueAsBytes);
    }
}
