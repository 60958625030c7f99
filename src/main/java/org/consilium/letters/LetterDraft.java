package org.consilium.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.opinions.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a case with what a person has said to its proposed fields so far.
 *
 * @param fileHash SHA-256 of the file it was read from
 * @param answers by the number of the proposal; a proposal without one is still open
 * @param opinion made of it; absent before
 */
public record LetterDraft(
        UUID id,
        String fileHash,
        LetterReading reading,
        Map<Integer, Answer> answers,
        @Nullable UUID opinion) {
    private static final Pattern ENTRY = Pattern.compile("^(.*)/(\\d+)(/.*)?$");
    private static final Pattern STEP = Pattern.compile("/(\\d+)(?=/|$)");

    public LetterDraft {
        answers = Map.copyOf(answers);
    }

    public Optional<Answer> answer(Proposal proposal) {
        return Optional.ofNullable(answers.get(proposal.number()));
    }

    /** Proposals without an answer, but for those of an entry whose name was rejected: they fall away with it. */
    public List<Proposal> open() {
        return reading.proposals().stream()
                .filter(proposal -> answer(proposal).isEmpty() && !isFallen(proposal))
                .toList();
    }

    /** True when the entry that a proposal belongs to was rejected by its name. */
    public boolean isFallen(Proposal proposal) {
        return names(proposal.path()).stream()
                .filter(name -> !name.number.equals(proposal.number()))
                .anyMatch(name -> answers.get(name.number) instanceof Answer.Rejected);
    }

    /**
     * The opinion so far: only what was confirmed or corrected. An entry whose name is open or was rejected is left out with all
     * that belongs to it; entries move up to fill the gaps.
     */
    public Draft confirmed() {
        var draft = Draft.EMPTY;
        for (var placed : places().entrySet()) {
            var path = placed.getKey();
            var proposal = placed.getValue();
            draft = draft.with(path, value(proposal));
            if (answers.get(proposal.number()) instanceof Answer.Confirmed) {
                draft = coded(draft, proposal, path.substring(0, path.lastIndexOf('/')));
            }
        }
        return draft;
    }

    /** The proposals that {@link #confirmed} rests on, by their places in it. */
    public Map<String, Proposal> places() {
        var kept = new LinkedHashMap<String, Proposal>();
        reading.proposals().stream()
                .filter(this::isKept)
                .sorted(Comparator.comparing(proposal -> sortable(proposal.path())))
                .forEach(proposal -> kept.put(proposal.path(), proposal));
        var placed = new LinkedHashMap<String, Proposal>();
        var places = new HashMap<String, Integer>();
        var counts = new HashMap<String, Integer>();
        kept.values().forEach(proposal -> placed.put(moved(proposal.path(), places, counts), proposal));
        return placed;
    }

    /** The proposal whose place in {@link #confirmed} a pointer names, for showing what is wrong with it. */
    public Optional<Proposal> at(String pointer) {
        return places().entrySet().stream()
                .filter(placed -> placed.getKey().startsWith(pointer))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private boolean isKept(Proposal proposal) {
        var answer = answers.get(proposal.number());
        return answer != null
                && !(answer instanceof Answer.Rejected)
                && names(proposal.path()).stream().allMatch(name -> {
                    var said = answers.get(name.number);
                    return said != null && !(said instanceof Answer.Rejected);
                });
    }

    private record Name(Integer number) {}

    /** The fields that name the entries a path belongs to: for a count of a harm, the words of the harm and of its treatment. */
    private List<Name> names(String path) {
        var names = new ArrayList<Name>();
        var entry = ENTRY.matcher(path);
        while (entry.matches()) {
            var at = entry.group(1) + "/" + entry.group(2);
            var list = entry.group(1).substring(entry.group(1).lastIndexOf('/') + 1);
            var field = switch (list) {
                case "saw" -> "kind";
                case "markers" -> "name";
                case "benefits", "harms" -> "what";
                default -> "text";
            };
            reading.proposals().stream()
                    .filter(proposal -> proposal.path().equals(at + "/" + field))
                    .findFirst()
                    .ifPresent(proposal -> names.add(new Name(proposal.number())));
            entry = ENTRY.matcher(entry.group(1));
        }
        return names;
    }

    private String value(Proposal proposal) {
        return answers.get(proposal.number()) instanceof Answer.Corrected(var value) ? value : proposal.value();
    }

    private static Draft coded(Draft draft, Proposal proposal, String entry) {
        var coded = draft;
        for (var index = 0; index < proposal.codes().size(); index++) {
            var code = proposal.codes().get(index);
            var at = entry + "/codes/" + index;
            coded = coded.with(at + "/system", code.system()).with(at + "/code", code.code());
            coded = code.display() == null ? coded : coded.with(at + "/display", code.display());
        }
        return coded;
    }

    /** The path with each number of a list replaced by the next free one of that list. */
    private static String moved(String path, Map<String, Integer> places, Map<String, Integer> counts) {
        var moved = new StringBuilder();
        var step = STEP.matcher(path);
        var from = 0;
        while (step.find()) {
            moved.append(path, from, step.start());
            var list = moved.toString();
            var original = path.substring(0, step.end());
            var place = places.computeIfAbsent(original, first -> counts.merge(list, 1, Integer::sum) - 1);
            moved.append('/').append(place);
            from = step.end();
        }
        return moved.append(path.substring(from)).toString();
    }

    private static String sortable(String path) {
        return STEP.matcher(path)
                .replaceAll(number ->
                        "/" + "0".repeat(Math.max(0, 4 - number.group(1).length())) + number.group(1));
    }
}
