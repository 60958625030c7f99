package org.consilium.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Some rooms of the program with their transactions on a real database, without the web. */
public final class TestRooms implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;

    private TestRooms(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /** The beans of these packages, working as the application's role. */
    public static TestRooms on(TestDatabase.Schemas database, String... packages) {
        return on(database, Map.of(), packages);
    }

    public static TestRooms on(TestDatabase.Schemas database, Map<String, Object> properties, String... packages) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> pool(database), definition -> definition.setPrimary(true));
        context.register(Plumbing.class);
        context.scan(packages);
        context.refresh();
        return new TestRooms(context);
    }

    private static HikariDataSource pool(TestDatabase.Schemas database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.applicationUser());
        config.setPassword(database.applicationPassword());
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Plumbing {
        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }
    }
}
