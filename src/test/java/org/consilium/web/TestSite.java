package org.consilium.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.consilium.Application;
import org.consilium.installation.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The whole program on a port of its own, with a real database and an empty data folder; one for all tests of a run. */
public final class TestSite implements AutoCloseable {
    private static @Nullable TestSite shared;

    private final ConfigurableApplicationContext context;
    private final String address;

    private TestSite(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static synchronized TestSite shared() {
        if (shared == null) {
            shared = new TestSite(start(TestDatabase.freshSchemas(), folder(), Map.of()));
            Runtime.getRuntime().addShutdownHook(new Thread(shared.context::close));
        }
        return shared;
    }

    /** A program of its own on this database and data folder, to be stopped and started again. */
    static TestSite on(TestDatabase.Schemas database, Path data, Map<String, Object> more) {
        return new TestSite(start(database, data, more));
    }

    @Override
    public void close() {
        context.close();
    }

    private static ConfigurableApplicationContext start(
            TestDatabase.Schemas database, Path data, Map<String, Object> more) {
        var properties = new HashMap<String, Object>(more);
        properties.put("consilium.data", data.toString());
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

    static Path folder() {
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
