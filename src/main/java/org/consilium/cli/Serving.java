package org.consilium.cli;

import java.util.HashMap;
import java.util.Map;
import org.consilium.installation.Claim;
import org.consilium.installation.DataFolder;
import org.consilium.installation.DatabaseAccess;
import org.consilium.installation.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One run of the server: claim, database, application; stopped in the opposite order. */
final class Serving implements AutoCloseable {
    private final Program program;
    private final DataFolder folder;
    private final Claim.Held claim;
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
        var properties = properties(port);
        var spring = new SpringApplication(program.application());
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("this run", properties)));
        var running = spring.run();
        application = running;
        var site = "http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port");
        claim.announce(site);
        return site + program.entrance().apply(running);
    }

    private Map<String, Object> properties(int port) {
        var access = DatabaseAccess.fromEnvironment(System.getenv()).orElseGet(this::embedded);
        var properties = new HashMap<String, Object>();
        properties.put("consilium.data", folder.root().toString());
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("spring.servlet.multipart.location", folder.incoming().toString());
        properties.put("spring.datasource.url", access.url());
        properties.put("spring.datasource.username", access.applicationUser());
        properties.put("spring.datasource.password", access.applicationPassword());
        properties.put("spring.flyway.user", access.ownerUser());
        properties.put("spring.flyway.password", access.ownerPassword());
        properties.put("spring.flyway.placeholders.application", access.applicationUser());
        return properties;
    }

    private DatabaseAccess embedded() {
        var started = EmbeddedDatabase.start(folder);
        database = started;
        return DatabaseAccess.to(started);
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
        if (database != null) {
            database.close();
        }
        claim.close();
    }
}
