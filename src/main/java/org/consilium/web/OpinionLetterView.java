package org.consilium.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.letters.Answer;
import org.consilium.letters.LetterDraft;
import org.consilium.letters.Proposal;
import org.consilium.opinions.Draft;
import org.consilium.records.PageImages;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.LetterPage;
import org.consilium.web.pages.LetterPage.Field;
import org.consilium.web.pages.LetterPage.Group;
import org.consilium.web.pages.LetterPage.Piece;
import org.consilium.web.pages.LetterPage.State;
import org.consilium.web.pages.OpinionFormPage;
import org.consilium.web.pages.OpinionFormPage.Kind;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;

/** Lays out a letter and its proposed fields for the page. */
final class OpinionLetterView {
    private static final Set<String> OWN_LABELS = Set.of("stage.type", "order", "low", "high");
    private static final Set<String> NUMBERS =
            Set.of("low", "high", "order", "count", "of", "without", "year", "withinDays");
    private static final List<String> TYPES = List.of("clinical", "pathological");

    private final LetterDraft letter;
    private final Messages messages;
    private final Draft proposed;
    private final @Nullable String pictures;

    /** @param pictures where pictures of the pages are; absent when the file has none */
    OpinionLetterView(LetterDraft letter, Messages messages, @Nullable String pictures) {
        this.letter = letter;
        this.messages = messages;
        this.pictures = pictures;
        var draft = Draft.EMPTY;
        for (var proposal : letter.reading().proposals().stream()
                .sorted(Comparator.comparing(each -> each.path().replaceAll("/(\\d)(?=/|$)", "/0$1")))
                .toList()) {
            draft = draft.with(proposal.path(), proposal.value());
        }
        proposed = draft;
    }

    /** The letter's words, cut at the sentences that fields come from. */
    List<Piece> text() {
        var words = letter.reading().text().text();
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var proposal : sentences(letter)) {
            if (proposal.start() > from) {
                pieces.add(new Piece(words.substring(from, proposal.start()), null));
            }
            pieces.add(new Piece(words.substring(proposal.start(), proposal.end()), "s" + proposal.start()));
            from = proposal.end();
        }
        pieces.add(new Piece(words.substring(from), null));
        return pieces;
    }

    /** The sentences that an opinion still rests on: by place, where it says what was confirmed at the letter. */
    static Map<String, OpinionPage.Quote> quotes(LetterDraft letter, Draft opinion, String href) {
        var confirmed = letter.confirmed();
        var quotes = new HashMap<String, OpinionPage.Quote>();
        letter.places().forEach((place, proposal) -> {
            if (confirmed.answer(place).equals(opinion.answer(place))) {
                quotes.put(
                        place,
                        new OpinionPage.Quote(
                                letter.reading().sentence(proposal),
                                proposal.at(),
                                href + "#" + anchor(letter, proposal)));
            }
        });
        return quotes;
    }

    /** One proposal for each sentence; none that begin inside another. */
    private static List<Proposal> sentences(LetterDraft letter) {
        var sentences = new ArrayList<Proposal>();
        var end = 0;
        for (var proposal : letter.reading().proposals().stream()
                .sorted(Comparator.comparingInt(Proposal::start))
                .toList()) {
            if (proposal.start() >= end) {
                sentences.add(proposal);
                end = proposal.end();
            }
        }
        return sentences;
    }

    private static String anchor(LetterDraft letter, Proposal proposal) {
        return sentences(letter).stream()
                .filter(each -> each.start() <= proposal.start() && proposal.start() < each.end())
                .map(each -> "s" + each.start())
                .findFirst()
                .orElse("letter");
    }

    /** The fields by the page of the form that they belong to. */
    List<Group> groups(int wrong, @Nullable Message error) {
        var groups = new LinkedHashMap<String, List<Field>>();
        for (var proposal : letter.reading().proposals()) {
            groups.computeIfAbsent(OpinionForm.stepOf(proposal.path()), first -> new ArrayList<>())
                    .add(field(proposal, proposal.number() == wrong ? error : null));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(messages.say(OpinionForm.title(group.getKey())), group.getValue()))
                .toList();
    }

    private Field field(Proposal proposal, @Nullable Message error) {
        var form = form(proposal);
        var value = letter.answer(proposal).orElse(null) instanceof Answer.Corrected(var corrected)
                ? corrected
                : proposal.value();
        var choices = choices(proposal, form, value);
        return new Field(
                proposal.number(),
                label(proposal),
                value,
                choices.stream()
                        .filter(Choice::chosen)
                        .map(Choice::label)
                        .findFirst()
                        .orElse(value),
                proposal.codes().stream().map(code -> code.code()).toList(),
                letter.reading().sentence(proposal),
                proposal.at(),
                anchor(letter, proposal),
                Message.of("letters.confidence." + proposal.confidence().name().toLowerCase(Locale.ROOT)),
                state(proposal),
                kind(proposal, form),
                choices,
                error,
                pictures == null ? null : pictures + PageImages.page(proposal.at()) + ".png");
    }

    /** The field of the form with this place; the form has none for a few. */
    private Optional<OpinionFormPage.Field> form(Proposal proposal) {
        return new OpinionForm(proposed, messages)
                .sections(OpinionForm.stepOf(proposal.path())).stream()
                        .flatMap(section -> section.fields().stream())
                        .filter(field -> field.pointer().equals(proposal.path()))
                        .findFirst();
    }

    /** What a field is called. */
    static Message label(Proposal proposal) {
        var words = proposal.path().substring(1).replaceAll("/\\d+", "").replace('/', '.');
        return OWN_LABELS.stream()
                .filter(own -> words.endsWith("." + own))
                .findFirst()
                .map(own -> Message.of("letters.field." + own))
                .orElseGet(() -> Message.of("web.opinion.field." + words));
    }

    private List<Choice> choices(Proposal proposal, Optional<OpinionFormPage.Field> form, String value) {
        if (proposal.path().endsWith("/stage/type")) {
            return TYPES.stream()
                    .map(type -> new Choice(type, messages.say("letters.type." + type), type.equals(value)))
                    .toList();
        }
        return form.map(OpinionFormPage.Field::choices).orElse(List.of()).stream()
                .map(choice -> new Choice(
                        choice.value(), choice.label(), choice.value().equals(value)))
                .toList();
    }

    private static Kind kind(Proposal proposal, Optional<OpinionFormPage.Field> form) {
        if (NUMBERS.contains(proposal.field())) {
            return Kind.NUMBER;
        }
        return proposal.path().endsWith("/stage/type")
                ? Kind.CHOICE
                : form.map(OpinionFormPage.Field::kind).orElse(Kind.TEXT);
    }

    private State state(Proposal proposal) {
        var answer = letter.answer(proposal);
        if (answer.isEmpty()) {
            return letter.isFallen(proposal) ? State.FALLEN : State.OPEN;
        }
        return switch (answer.get()) {
            case Answer.Confirmed confirmed -> State.CONFIRMED;
            case Answer.Corrected corrected -> State.CORRECTED;
            case Answer.Rejected rejected -> State.REJECTED;
        };
    }

    /** What is wrong with a correction; nothing when the field can take it. */
    Optional<Message> objection(Proposal proposal, String value) {
        var label = label(proposal);
        if (value.isBlank()) {
            return Optional.of(Message.of("letters.error.blank", label));
        }
        if (value.strip().length() > Answer.Corrected.LONGEST) {
            return Optional.of(Message.of("letters.error.long", label));
        }
        var form = form(proposal);
        return switch (kind(proposal, form)) {
            case DATE ->
                value.strip().matches("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?")
                        ? Optional.empty()
                        : Optional.of(Message.of("letters.error.date", label));
            case NUMBER ->
                value.strip().matches("\\d{1,9}(?:[.,]\\d{1,2})?")
                        ? Optional.empty()
                        : Optional.of(Message.of("letters.error.number", label));
            case CHOICE ->
                choices(proposal, form, value).stream().anyMatch(Choice::chosen)
                        ? Optional.empty()
                        : Optional.of(Message.of("letters.error.choice", label));
            case TEXT, LONG_TEXT -> Optional.empty();
        };
    }

    /** The number of the first open field after this one, else the first open one; 0 when none is open. */
    static int next(LetterDraft letter, int after) {
        var open = letter.open();
        return open.stream()
                .map(Proposal::number)
                .filter(number -> number > after)
                .findFirst()
                .orElse(open.isEmpty() ? 0 : open.getFirst().number());
    }

    LetterPage page(Frame frame, UUID caseId, int wrong, @Nullable Message error, List<LetterPage.Trouble> problems) {
        var all = letter.reading().proposals().size();
        return new LetterPage(
                frame,
                caseId,
                letter.id(),
                letter.fileHash(),
                text(),
                groups(wrong, error),
                all - letter.open().size(),
                all,
                next(letter, 0),
                letter.opinion(),
                problems);
    }
}
