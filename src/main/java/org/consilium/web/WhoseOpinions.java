package org.consilium.web;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.comparison.OtherPerson;
import org.consilium.letters.LetterDraft;
import org.consilium.letters.Letters;
import org.consilium.opinions.Filed;
import org.consilium.records.Records;
import org.consilium.web.pages.ComparePage;
import org.springframework.stereotype.Component;

/** Which of the compared opinions may be about another person: by the letter they come from, or by what they name. */
@Component
class WhoseOpinions {
    private final Letters letters;
    private final Records records;

    WhoseOpinions(Letters letters, Records records) {
        this.letters = letters;
        this.records = records;
    }

    List<ComparePage.Doubt> doubts(Actor actor, Desk.OpenCase open, Comparing.Compared compared) {
        var read = letters.list(actor, open.id());
        return compared.finished().stream()
                .flatMap(filed -> Stream.concat(inLetter(actor, open, filed, read), inDiagnoses(open, filed))
                        .limit(1)
                        .map(hint -> new ComparePage.Doubt(
                                filed.draft().answer("/author/name").orElse(""), hint.because(), hint.rule())))
                .toList();
    }

    private Stream<OtherPerson.Hint> inLetter(Actor actor, Desk.OpenCase open, Filed filed, List<LetterDraft> read) {
        return read.stream()
                .filter(letter -> filed.id().equals(letter.opinion()))
                .flatMap(letter -> records.file(actor, open.id(), letter.fileHash()).stream())
                .flatMap(file -> Stream.ofNullable(file.doubt()))
                .map(OtherPerson::inLetter);
    }

    private static Stream<OtherPerson.Hint> inDiagnoses(Desk.OpenCase open, Filed filed) {
        return filed.opinion().stream()
                .flatMap(opinion -> OtherPerson.inDiagnoses(
                        opinion, open.file().sex(), open.file().facts())
                        .stream());
    }
}
