package org.consilium;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules that keep the house in order; each says what to do when it is broken. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;
    private static final Set<String> PURE_ROOMS =
            Set.of("clinical", "triage", "comparison", "knowledge", "language", "prose");
    private static final Pattern INPUT_AND_OUTPUT = Pattern.compile(
            "\\b(java\\.nio\\.file\\.|java\\.io\\.File\\b|java\\.sql\\.|javax\\.sql\\.|java\\.net\\.(?!URI\\b)|org\\.springframework\\.jdbc\\.)");
    private static final Pattern FHIR_LIBRARY = Pattern.compile("\\b(ca\\.uhn\\.|org\\.hl7\\.)");
    private static final Pattern HTTP =
            Pattern.compile("\\b(jakarta\\.servlet\\.|org\\.springframework\\.(web|http|security)\\.)");
    private static final Pattern SQL_LIBRARY = Pattern.compile("\\b(org\\.springframework\\.jdbc\\.|java\\.sql\\.)");
    private static final Pattern TABLE = Pattern.compile("\\b([a-z][a-z_]*)\\.([a-z][a-z_]*)\\b");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Path ROOM_MAP = Path.of("docs/ARCHITECTURE.md");

    @Test
    void roomsUseOnlyTheRoomsTheyName() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void theFhirLibraryStaysWhereFhirIsSpoken() {
        assertThat(naming(
                        FHIR_LIBRARY,
                        source ->
                                Stream.of("records/fhir", "sharing", "web/fhir").noneMatch(source::isIn)))
                .as("HAPI types outside records.fhir, sharing and web.fhir")
                .isEmpty();
    }

    @Test
    void onlyTheWebRoomKnowsHttp() {
        assertThat(naming(HTTP, source -> !source.isIn("web")))
                .as("servlet, Spring web or security types outside web")
                .isEmpty();
    }

    @Test
    void pureRoomsTouchNoFileNoDatabaseAndNoNetwork() {
        assertThat(naming(INPUT_AND_OUTPUT, source -> PURE_ROOMS.contains(source.room())))
                .as("input or output in a room of pure functions; move it to the caller")
                .isEmpty();
    }

    @Test
    void sqlLivesInStores() {
        assertThat(naming(SQL_LIBRARY, source -> !isStore(source) && !source.isIn("installation")))
                .as("JDBC outside a *Store")
                .isEmpty();
    }

    @Test
    void aStoreNamesOnlyItsOwnSchemaAndTheVisibleCases() {
        var rooms = Sources.main().stream().map(Sources.Source::room).collect(toSet());
        var strangers = new ArrayList<String>();
        var stores = Sources.main().stream().filter(ArchitectureTest::isStore).toList();
        for (var store : stores) {
            TEXT_BLOCK
                    .matcher(store.text())
                    .results()
                    .flatMap(block -> TABLE.matcher(block.group(1)).results())
                    .filter(name ->
                            rooms.contains(name.group(1)) && !name.group(1).equals(store.room()))
                    .filter(name -> !name.group().equals("access.visible_case"))
                    .forEach(name -> strangers.add(store.path() + ": " + name.group()));
        }
        assertThat(stores).isNotEmpty();
        assertThat(strangers).as("tables of other rooms; ask that room's face").isEmpty();
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        var tooLong = new ArrayList<String>();
        for (var root : List.of("src", "docs")) {
            for (var path :
                    Sources.files(Path.of(root), ".java", ".jte", ".mjs", ".js", ".scss", ".sh", ".sql", ".md")) {
                var lines = Sources.read(path).lines().count();
                if (lines >= LONGEST_FILE) {
                    tooLong.add(path + ": " + lines);
                }
            }
        }
        assertThat(tooLong).as("files of 300 lines and more; divide them").isEmpty();
    }

    @Test
    void theRoomMapInTheDocsIsTrue() throws IOException {
        if (!Files.exists(ROOM_MAP)) {
            return;
        }
        var document = Files.readString(ROOM_MAP);
        assertThat(document).contains(RoomMap.BEGIN, RoomMap.END);
        var current = RoomMap.into(document, Sources.main());
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(ROOM_MAP, current);
            return;
        }
        assertThat(document)
                .as("the room map is out of date; run: mvn test -Dtest=ArchitectureTest -Dgolden=update")
                .isEqualTo(current);
    }

    private static boolean isStore(Sources.Source source) {
        return source.path().toString().endsWith("Store.java");
    }

    private static String naming(Pattern forbidden, Predicate<Sources.Source> where) {
        return Sources.main().stream()
                .filter(where)
                .flatMap(source -> forbidden
                        .matcher(source.text())
                        .results()
                        .map(match -> source.path() + ": " + match.group())
                        .distinct())
                .collect(joining("\n"));
    }
}
