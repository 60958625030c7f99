package org.consilium.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.consilium.installation.Claim;
import org.consilium.installation.DataFolder;
import org.consilium.installation.DatabaseAccess;
import org.consilium.installation.EmbeddedDatabase;
import org.consilium.installation.InstallationProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/** One run of the server: claim, database, application; stopped in the opposite order. */
final class Serving implements AutoCloseable {
    private final Program program;
    private final DataFolder folder;
    private final Claim.Held claim;
    /** PostgreSQL starts while Spring does; whoever needs its address first waits for it. */
    private final FutureTask<DatabaseAccess> access = new FutureTask<>(this::reachDatabase);

    private @Nullable Thread databaseStart;
    private @Nullable EmbeddedDatabase database;
    private @Nullable ConfigurableApplicationContext application;
    private boolean closed;

    Serving(Program program, DataFolder folder, Claim.Held claim) {
        this.program = program;
        this.folder = folder;
        this.claim = claim;
    }

    /** Starts everything and answers with the address that lets its owner in, once. Port 0 is any free port. */
    synchronized String start(int port) {
        if (closed) {
            throw new IllegalStateException("stopped before it started");
        }
        databaseStart = Thread.ofPlatform().name("database").start(access);
        var spring = new SpringApplication(program.application());
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            var sources = context.getEnvironment().getPropertySources();
            sources.addFirst(new MapPropertySource("this run", properties(port)));
            sources.addFirst(new DatabaseProperties());
        });
        var running = spring.run();
        application = running;
        claim.announce(site(running));
        return address(running);
    }

    /** A new address that lets its owner in, once; the one before it no longer does. Empty when nothing runs. */
    synchronized Optional<String> newAddress() {
        return closed ? Optional.empty() : Optional.ofNullable(application).map(this::address);
    }

    private String address(ConfigurableApplicationContext running) {
        return site(running) + program.entrance().apply(running);
    }

    private static String site(ConfigurableApplicationContext running) {
        return "http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port");
    }

    private Map<String, Object> properties(int port) {
        return Map.of(
                "consilium.data",
                folder.root().toString(),
                "server.address",
                "127.0.0.1",
                "server.port",
                port,
                "spring.servlet.multipart.location",
                folder.incoming().toString());
    }

    private DatabaseAccess reachDatabase() {
        return DatabaseAccess.fromEnvironment(System.getenv()).orElseGet(() -> {
            var started = EmbeddedDatabase.start(folder);
            database = started;
            return DatabaseAccess.to(started);
        });
    }

    private DatabaseAccess access() {
        try {
            return access.get();
        } catch (ExecutionException e) {
            var reason = e.getCause();
            throw reason instanceof InstallationProblem problem ? problem : new IllegalStateException(reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    /** Known by name before the database runs, by value once it does. */
    private final class DatabaseProperties extends PropertySource<Serving> {
        DatabaseProperties() {
            super("database", Serving.this);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case "spring.datasource.url" -> access().url();
                case "spring.datasource.username", "spring.flyway.placeholders.application" ->
                    access().applicationUser();
                case "spring.datasource.password" -> access().applicationPassword();
                case "spring.flyway.user" -> access().ownerUser();
                case "spring.flyway.password" -> access().ownerPassword();
                default -> null;
            };
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (application != null) {
            application.close();
        }
        stopDatabase();
        claim.close();
    }

    private void stopDatabase() {
        try {
            if (databaseStart != null) {
                databaseStart.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (database != null) {
            database.close();
        }
    }
}
