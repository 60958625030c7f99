package org.consilium.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path temp;

    @Test
    void keepsWhatWasWrittenOverAStop() throws SQLException {
        var folder = DataFolder.open(temp.resolve("data with a space"));
        try (var database = EmbeddedDatabase.start(folder)) {
            write(database, "kept");
        }
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void takesOverTheServerThatAKilledProgramLeftRunning() throws SQLException {
        var folder = DataFolder.open(temp);
        try (var left = EmbeddedDatabase.start(folder)) {
            write(left, "kept");
            var next = EmbeddedDatabase.start(folder);
            assertThat(next.processId()).isEqualTo(left.processId());
            assertThat(read(next)).isEqualTo("kept");
        }
        assertThat(Postmaster.of(new Cluster(folder, new PostgresProgram(temp), true).data()))
                .isEmpty();
    }

    @Test
    void startsAgainAfterTheServerItselfWasKilled() throws Exception {
        var folder = DataFolder.open(temp);
        var killed = EmbeddedDatabase.start(folder);
        write(killed, "kept");
        ProcessHandle.of(killed.processId()).orElseThrow().destroyForcibly();
        try (var database = EmbeddedDatabase.start(folder)) {
            assertThat(database.processId()).isNotEqualTo(killed.processId());
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void startsOverAProcessNumberThatNowBelongsToAnotherProgram() throws Exception {
        var folder = DataFolder.open(temp);
        var database = EmbeddedDatabase.start(folder);
        write(database, "kept");
        database.close();
        var pidFile = temp.resolve("database/data-18/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + temp + "\n1\n5432\n\n127.0.0.1\n\nready\n");
        try (var again = EmbeddedDatabase.start(folder)) {
            assertThat(read(again)).isEqualTo("kept");
        }
    }

    @Test
    void startsOverAHalfMadeDataDirectory() throws Exception {
        var folder = DataFolder.open(temp);
        Files.createDirectories(folder.database().resolve("data-being-made/base"));
        Files.writeString(folder.database().resolve("data-being-made/PG_VERSION"), "18");
        try (var database = EmbeddedDatabase.start(folder)) {
            write(database, "works");
            assertThat(read(database)).isEqualTo("works");
        }
    }

    @Test
    void letsNobodyInWithoutTheRightPasswordAndKeepsPasswordsPrivate() throws Exception {
        var folder = DataFolder.open(temp);
        try (var database = EmbeddedDatabase.start(folder)) {
            for (var user : List.of(database.ownerUser(), database.applicationUser(), "consilium_admin")) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
        assertThat(Files.readString(temp.resolve("database/data-18/pg_hba.conf")))
                .doesNotContain("trust");
        try (var secrets = Files.list(temp.resolve("secrets"))) {
            assertThat(secrets.toList())
                    .hasSize(3)
                    .allSatisfy(secret ->
                            assertThat(Files.getPosixFilePermissions(secret)).hasSize(2));
        }
    }

    @Test
    void givesTheApplicationNoRightToMakeTables() {
        try (var database = EmbeddedDatabase.start(DataFolder.open(temp))) {
            assertThatThrownBy(() -> {
                        try (var connection = application(database);
                                var statement = connection.createStatement()) {
                            statement.execute("create table public.mine (id int)");
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static Connection application(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.applicationUser(), database.applicationPassword());
    }

    private static void write(EmbeddedDatabase database, String word) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("create schema words");
            statement.execute("create table words.word (word text primary key)");
            statement.execute("grant usage on schema words to " + database.applicationUser());
            statement.execute("grant select on words.word to " + database.applicationUser());
            statement.execute("insert into words.word values ('" + word + "')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        try (var connection = application(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from words.word")) {
            return rows.next() ? rows.getString(1) : "nothing";
        }
    }
}
