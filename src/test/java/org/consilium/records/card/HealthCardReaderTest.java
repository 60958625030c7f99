package org.consilium.records.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.records.Content;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCardReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsTheRecordsInEveryFormOfACard() throws IOException {
        var card = Samples.card(Samples.keys(), Samples.payload(Samples.BUNDLE));
        var half = card.length() / 2;
        for (var form : new String[] {
            card,
            "{\"verifiableCredential\":[\"" + card + "\"]}",
            "shc:/" + Samples.digits(card),
            "shc:/2/2/" + Samples.digits(card.substring(half)) + "\nshc:/1/2/" + Samples.digits(card.substring(0, half))
        }) {
            var file = Files.writeString(folder.resolve("card.txt"), form);
            var reading = Readers.read(new Content("card.txt", "card.txt", file));

            assertThat(reading.format()).isEqualTo(Format.HEALTH_CARD);
            assertThat(reading.facts()).extracting(Fact::kind).containsExactly(FactKind.IMMUNIZATION);
            var at = reading.facts().getFirst().sources().getFirst().at();
            assertThat(at).isEqualTo("verifiableCredential[0]!Bundle.entry[1].resource");
            assertThat(keys(reading)).containsExactly("card.not-checked");
            assertThat(reading.parts().getFirst().patient()).isNotNull();
            assertThat(Excerpts.at(form.getBytes(StandardCharsets.UTF_8), Format.HEALTH_CARD, at)
                            .orElseThrow())
                    .contains("208")
                    .doesNotContain("Patient");
        }
    }

    @Test
    void checksASignatureWhenTheKeyIsAtHand() throws IOException {
        var pair = Samples.keys();
        var card = Samples.card(pair, Samples.payload(Samples.BUNDLE));
        var keys = IssuerKeys.in(keyFolder(Samples.keySet(pair)));

        var reading = Samples.read(folder, card, keys);

        assertThat(keys(reading)).containsExactly("card.checked");
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.facts().getFirst().status()).isEqualTo("completed");
    }

    @Test
    void showsAnAlteredCardOnlyForAPersonToConfirm() throws IOException {
        var pair = Samples.keys();
        var keys = IssuerKeys.in(keyFolder(Samples.keySet(pair)));
        var genuine = Samples.card(pair, Samples.payload(Samples.BUNDLE)).split("\\.");
        var other = Samples.card(pair, Samples.payload(Samples.BUNDLE.replace("2026-01-05", "2026-01-06")))
                .split("\\.");

        var reading = Samples.read(folder, genuine[0] + "." + other[1] + "." + genuine[2], keys);

        assertThat(keys(reading)).containsExactly("card.altered");
        assertThat(reading.facts()).allMatch(Fact::isProposed);
    }

    @Test
    void trustsADirectoryOnlyForTheIssuerItNames() throws IOException {
        var pair = Samples.keys();
        var card = Samples.card(pair, Samples.payload(Samples.BUNDLE));
        var directory = "{\"issuerInfo\":[{\"issuer\":{\"iss\":\"https://other.example.org\"},\"keys\":"
                + Samples.keySet(pair).replaceAll("^\\{\"keys\":|}$", "") + "}]}";

        assertThat(keys(Samples.read(folder, card, IssuerKeys.in(keyFolder(directory)))))
                .containsExactly("card.not-checked");
        assertThat(keys(Samples.read(
                        folder,
                        card,
                        IssuerKeys.in(keyFolder(directory.replace("https://other.example.org", Samples.ISSUER))))))
                .containsExactly("card.checked");
    }

    @Test
    void saysThatALinkIsALinkAndNeverShowsItsKey() {
        var payload =
                "{\"url\":\"https://links.example.org/secret/path\",\"flag\":\"LP\",\"key\":\"verysecretkey\",\"label\":\"My shots\",\"exp\":1767600000}";
        var link = "shlink:/" + Samples.encoded(payload.getBytes(StandardCharsets.UTF_8));
        for (var form : new String[] {link, "https://viewer.example.org/view#" + link}) {
            var reading = Samples.read(folder, form, IssuerKeys.NONE);

            assertThat(keys(reading)).containsExactly("card.link", "card.link.code", "card.link.ends");
            var words = Messages.english().say(reading.problems().getFirst().message());
            assertThat(words).contains("My shots", "links.example.org").doesNotContain("secret");
            assertThat(reading.facts()).extracting(Fact::kind).containsExactly(FactKind.DOCUMENT);
        }
    }

    @Test
    void keepsWhatIsDamagedLockedOrNoCard() {
        var pair = Samples.keys();
        var card = Samples.card(pair, Samples.payload(Samples.BUNDLE));
        var bomb = Samples.encoded("{\"zip\":\"DEF\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + Samples.encoded(Samples.deflated(new byte[50_000_000])) + ".AA";
        assertThat(keys(Samples.read(folder, card.substring(0, 100) + "." + card.substring(120, 150), IssuerKeys.NONE)))
                .containsExactly("card.damaged");
        assertThat(keys(Samples.read(folder, bomb, IssuerKeys.NONE))).containsExactly("card.damaged");
        assertThat(keys(Samples.read(folder, "eyJhIjoxfQ..abc.def.ghi", IssuerKeys.NONE)))
                .isNotEmpty();
        assertThat(keys(Samples.read(folder, "shc:/1/3/5676", IssuerKeys.NONE))).containsExactly("card.codes-missing");
        assertThat(keys(Samples.read(folder, Samples.card(pair, "{\"iss\":\"x\"}"), IssuerKeys.NONE)))
                .containsExactly("card.no-records");
        assertThat(keys(Samples.read(folder, "{\"verifiableCredential\":[{\"a\":1}]}", IssuerKeys.NONE)))
                .containsExactly("card.unsigned", "card.no-records");
    }

    @Test
    void readsADeepOrCutCardWithoutFailing() {
        var deep = "{\"verifiableCredential\":" + "[".repeat(5000);
        var card = Samples.card(Samples.keys(), Samples.payload(Samples.BUNDLE));
        var whole = "{\"verifiableCredential\":[\"" + card + "\"]}";
        assertThat(Samples.read(folder, deep, IssuerKeys.NONE).status()).isEqualTo(Status.KEPT);
        for (var length = 25; length < whole.length(); length += 7) {
            assertThat(Samples.read(folder, whole.substring(0, length), IssuerKeys.NONE)
                            .facts())
                    .isNotEmpty();
        }
    }

    @Test
    void hasEverySentenceInBothLanguages() {
        var english = ResourceBundle.getBundle("messages/card", Locale.ENGLISH);
        assertThat(english.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Messages.in(Locale.of("es")).say(key))
                        .isNotEqualTo(Messages.english().say(key)));
    }

    private Path keyFolder(String file) throws IOException {
        var keyFolder = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keyFolder.resolve("jwks.json"), file);
        Files.writeString(keyFolder.resolve("broken.json"), "{\"keys\":[{\"crv\":\"P-256\",\"x\":\"!\"}");
        return keyFolder;
    }

    private static java.util.List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }
}
