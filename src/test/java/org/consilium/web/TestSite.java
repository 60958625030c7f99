package org.consilium.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.consilium.Application;
import org.consilium.installation.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The whole program on a port of its own, with a real database and an empty data folder; one for all tests of a run. */
public final class TestSite {
    private static @Nullable TestSite shared;

    private final ConfigurableApplicationContext context;
    private final String address;

    private TestSite(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static synchronized TestSite shared() {
        if (shared == null) {
            shared = new TestSite(start());
            Runtime.getRuntime().addShutdownHook(new Thread(shared.context::close));
        }
        return shared;
    }

    private static ConfigurableApplicationContext start() {
        var database = TestDatabase.freshSchemas();
        var properties = new HashMap<String, Object>();
        properties.put("consilium.data", folder().toString());
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.applicationUser());
        properties.put("spring.datasource.password", database.applicationPassword());
        properties.put("spring.flyway.user", database.ownerUser());
        properties.put("spring.flyway.password", database.ownerPassword());
        properties.put("spring.flyway.placeholders.application", database.applicationUser());
        var spring = new SpringApplication(Application.class);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties)));
        return spring.run();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "site-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    public String address() {
        return address;
    }

    /** The link that lets its owner in, once. */
    public String link() {
        return address + "/start?token=" + context.getBean(LaunchTokens.class).issue();
    }

    /** A room's face, to check what the pages left behind. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
