package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.sharing.OpinionDocument;

/** What commands over one opinion have in common: a file with it, as JSON or as a FHIR document of this program. */
final class OneOpinion {
    private OneOpinion() {}

    /** What came of reading a file. */
    sealed interface Read {
        /** A whole opinion, and its document with the signature, if it has one. */
        record Usable(Opinion opinion, Draft whole) implements Read {}

        /** One line that says what is wrong with the file. */
        record Unusable(String line) implements Read {}
    }

    static Read read(Path file) {
        if (!Files.exists(file)) {
            return new Read.Unusable(oneLine(file + ": there is no such file."));
        }
        if (Files.isDirectory(file)) {
            return new Read.Unusable(oneLine(file + ": this is a folder, not a file."));
        }
        try (var in = Files.newInputStream(file)) {
            return read(file, in.readNBytes(OpinionDocument.LARGEST + 1));
        } catch (IOException unreadable) {
            return new Read.Unusable(oneLine(file + ": this file cannot be read."));
        }
    }

    private static Read read(Path file, byte[] bytes) {
        return switch (OpinionDocument.read(bytes)) {
            case OpinionDocument.Reading.Whole(var draft) -> usable(file, draft.finish(), draft);
            case OpinionDocument.Reading.Refused(var why) -> new Read.Unusable(line(file, "", why, 0));
            case OpinionDocument.Reading.NotFhir other ->
                switch (OpinionJson.read(bytes)) {
                    case OpinionJson.Reading.Parsed parsed -> usable(file, parsed, Draft.ofWhole(bytes));
                    case OpinionJson.Reading.Rejected rejected -> usable(file, rejected, Draft.EMPTY);
                };
        };
    }

    private static Read usable(Path file, OpinionJson.Reading reading, Draft whole) {
        return switch (reading) {
            case OpinionJson.Reading.Parsed(var opinion) -> new Read.Usable(opinion, whole);
            case OpinionJson.Reading.Rejected(List<OpinionJson.Problem> problems) ->
                new Read.Unusable(
                        line(file, problems.getFirst().at(), problems.getFirst().text(), problems.size() - 1));
        };
    }

    private static String line(Path file, String at, Message why, int more) {
        return oneLine(file + ": " + (at.isEmpty() ? "" : "at " + at + ": ")
                + Messages.english().say(why) + (more == 0 ? "" : " (and " + more + " more)"));
    }

    /** Nothing from a file or its name breaks out of its line. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
