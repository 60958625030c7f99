package org.consilium.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL for all tests of a run, under {@code target/}. Each {@link #freshSchemas()} is a database of its own,
 * copied from one that Flyway has migrated: tests never see each other's rows.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable TestDatabase shared;

    private final EmbeddedDatabase server;

    private TestDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /** A migrated, empty database: {@code application} is the role the program works as, {@code owner} owns the tables. */
    public record Schemas(
            DataSource application,
            DataSource owner,
            String url,
            String applicationUser,
            String applicationPassword,
            String ownerUser,
            String ownerPassword) {}

    /** A new database with all tables and no rows. */
    public static Schemas freshSchemas() {
        var database = shared();
        var name = "test_" + COUNT.incrementAndGet();
        database.asAdmin("create database " + name + " template " + TEMPLATE + " owner consilium_owner");
        database.asAdmin("grant connect on database " + name + " to consilium_app");
        return database.schemas(name);
    }

    /** All tables in the database of an installation, not only for tests: what a measurement works on. */
    public static Schemas migrated(DatabaseAccess access) {
        flyway(access.url(), access.ownerUser(), access.ownerPassword(), access.applicationUser())
                .migrate();
        return new Schemas(
                source(access.url(), access.applicationUser(), access.applicationPassword()),
                source(access.url(), access.ownerUser(), access.ownerPassword()),
                access.url(),
                access.applicationUser(),
                access.applicationPassword(),
                access.ownerUser(),
                access.ownerPassword());
    }

    /** A data folder of its own, for a test that seals. */
    public static String dataFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sealed-")
                    .toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What Flyway needs to know, in tests as in the program. */
    static Flyway flyway(String url, String user, String password, String applicationUser) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .placeholders(java.util.Map.of("application", applicationUser))
                .load();
    }

    private static synchronized TestDatabase shared() {
        if (shared == null) {
            var folder = freeFolder();
            var server = EmbeddedDatabase.start(folder, false);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            shared = new TestDatabase(server);
            shared.migrateTemplate();
        }
        return shared;
    }

    private static DataFolder freeFolder() {
        for (var number = 1; ; number++) {
            var folder = DataFolder.open(Path.of("target", "test-database", Integer.toString(number)));
            if (folder.claim() instanceof Claim.Held) {
                return folder;
            }
        }
    }

    private void migrateTemplate() {
        for (var left : names()) {
            asAdmin("drop database " + left + " with (force)");
        }
        asAdmin("create database " + TEMPLATE + " owner consilium_owner");
        flyway(server.url(TEMPLATE), server.ownerUser(), server.ownerPassword(), server.applicationUser())
                .migrate();
    }

    private java.util.List<String> names() {
        var names = new java.util.ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), Cluster.ADMIN, server.adminPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select datname from pg_database where datname = 'migrated' or datname like 'test\\_%'
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asAdmin(String sql) {
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), Cluster.ADMIN, server.adminPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Schemas schemas(String name) {
        var url = server.url(name);
        return new Schemas(
                source(url, server.applicationUser(), server.applicationPassword()),
                source(url, server.ownerUser(), server.ownerPassword()),
                url,
                server.applicationUser(),
                server.applicationPassword(),
                server.ownerUser(),
                server.ownerPassword());
    }

    private static DataSource source(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
