package org.consilium.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.language.Message;
import org.consilium.terminology.loading.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * The big terminologies that the person running the program loads from their official files; none of them is shipped. Each
 * vocabulary is a search index of its own in a folder. Loading builds a new one beside the old one and then switches over, also
 * for programs that are running on the same folder. Nothing here holds anything about a person.
 */
public final class Terminologies implements AutoCloseable {
    /** Lucene tells on standard error which instructions of the processor it could use; nobody here needs to know. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Path folder;
    private final Clock clock;
    private @Nullable Opened opened;

    /** Codes whose place among wider ones is kept ready, while the same vocabularies are in use. */
    private static final int MOST_PLACED = 20_000;

    private record Opened(
            String state, TermIndex index, List<LoadedVocabulary> vocabularies, Map<Code, List<Set<Code>>> wider) {}

    private Terminologies(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param folder may not be there yet: then nothing is loaded */
    public static Terminologies in(Path folder) {
        return new Terminologies(folder, Clock.systemUTC());
    }

    /** What became of a file. */
    public sealed interface Loading {
        /** It is in use now. */
        record Done(LoadedVocabulary vocabulary) implements Loading {}

        /** Nothing was changed. */
        record Refused(Message why) implements Loading {}
    }

    /**
     * Loads an official file. Its kind is told by its content.
     *
     * @param progress called now and then with how many entries have been read
     * @throws UncheckedIOException when the file cannot be read or the folder not be written
     */
    public Loading load(Path file, LongConsumer progress) {
        try {
            var kind = VocabularyFile.of(file);
            if (kind.isEmpty()) {
                return new Loading.Refused(Message.of("terminology.load.unknown"));
            }
            return load(file, kind.get(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loading load(Path file, VocabularyFile kind, LongConsumer progress) throws IOException {
        Files.createDirectories(folder);
        var fresh = Files.createTempDirectory(folder, "loading-");
        try {
            LoadedVocabulary vocabulary;
            try (var writer = new TermWriter(fresh, progress)) {
                kind.read(file, writer);
                if (writer.isEmpty()) {
                    return new Loading.Refused(Message.of("terminology.load.empty"));
                }
                vocabulary = writer.done(
                        kind.name(),
                        kind.version(),
                        String.valueOf(file.getFileName()),
                        Registry.hash(file),
                        clock.instant());
            }
            Registry.activate(folder, fresh, vocabulary);
            return new Loading.Done(vocabulary);
        } catch (VocabularyFile.Broken broken) {
            return new Loading.Refused(broken.why());
        } finally {
            Registry.delete(fresh);
        }
    }

    /** Takes a vocabulary out of use. False when it was not there. */
    public boolean remove(String name) {
        try {
            return Registry.remove(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name. */
    public List<LoadedVocabulary> loaded() {
        return opened().map(Opened::vocabularies).orElse(List.of());
    }

    /** The concept with this code, if a loaded vocabulary has it. */
    public Optional<Concept> find(Code code) {
        return opened().flatMap(it -> reading(() -> it.index.find(code)));
    }

    /**
     * A concept found by words.
     *
     * @param code with its preferred name
     * @param name the name that fits the words best
     */
    public record Hit(Code code, String name) {}

    /** Concepts by plain words, beginnings of words, words with a typing error or codes; the shortest names first. */
    public List<Hit> search(String words, int most) {
        return opened().map(it -> reading(() -> it.index.search(words, most)))
                .map(found -> found.entrySet().stream().map(Terminologies::hit).toList())
                .orElse(List.of());
    }

    private static Hit hit(Map.Entry<String, String> found) {
        var line = found.getKey().indexOf('\n');
        var bare = TermWriter.code(found.getKey().substring(0, line));
        var display = found.getKey().substring(line + 1);
        return new Hit(new Code(bare.system(), bare.code(), display), found.getValue());
    }

    /** True when a loaded file says that at most 1 of 2,000 people has it, false when it says more; absent when it says nothing. */
    public Optional<Boolean> isRare(Code code) {
        return opened().flatMap(it -> reading(() -> it.index.prevalence(TermWriter.key(code))))
                .map(TermIndex.Prevalence::rare);
    }

    /** Those of the codes that a loaded file says at most 1 of 2,000 people have; they are asked for only when a file is loaded. */
    public Set<Code> rare(Supplier<Set<Code>> codes) {
        if (opened().isEmpty()) {
            return Set.of();
        }
        return codes.get().stream().filter(code -> isRare(code).orElse(false)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the loaded vocabularies say on how these codes relate, added to what is known already: equal codes of other systems,
     * and which is a kind of which. The answer holds for these codes alone.
     */
    public Crosswalk relating(Collection<Code> codes, Crosswalk known) {
        return opened().map(it -> reading(() -> new Kinships(it.index).relating(new HashSet<>(codes), known)))
                .orElse(known);
    }

    /**
     * What loaded vocabularies know these codes as: first the codes that say the same and the class they are put into, then what
     * is wider, one step up after the other. They are asked for only when something is loaded; codes of which nothing is known are
     * left out.
     */
    public Map<Code, List<Set<Code>>> wider(Supplier<Set<Code>> codes) {
        var now = opened();
        if (now.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<Code, List<Set<Code>>>();
        for (var code : codes.get()) {
            var levels = wider(code, now.get());
            if (!levels.isEmpty()) {
                known.put(code, levels);
            }
        }
        return Map.copyOf(known);
    }

    private static List<Set<Code>> wider(Code code, Opened in) {
        if (in.wider.size() > MOST_PLACED) {
            in.wider.clear();
        }
        return in.wider.computeIfAbsent(code, asked -> reading(() -> new Kinships(in.index).wider(asked)));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is active now; opened anew after something was loaded. */
    private synchronized Optional<Opened> opened() {
        try {
            var state = Registry.state(folder);
            if (opened != null && opened.state.equals(state)) {
                return Optional.of(opened);
            }
            var before = opened;
            opened = null;
            if (before != null) {
                before.index.close();
            }
            var active = Registry.active(folder);
            if (active.isEmpty()) {
                return Optional.empty();
            }
            var index = new TermIndex(active.keySet().stream().toList());
            opened = new Opened(
                    state,
                    index,
                    active.values().stream()
                            .sorted(java.util.Comparator.comparing(LoadedVocabulary::name))
                            .toList(),
                    new ConcurrentHashMap<>());
            return Optional.of(opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        Stream.ofNullable(opened).forEach(it -> {
            try {
                it.index.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        opened = null;
    }
}
