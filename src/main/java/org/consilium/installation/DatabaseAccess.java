package org.consilium.installation;

import java.util.Map;
import java.util.Optional;

/** How the program reaches its database: the address for JDBC, the role it works as, and the role that owns the tables. */
public record DatabaseAccess(
        String url, String applicationUser, String applicationPassword, String ownerUser, String ownerPassword) {

    /** The embedded database of this copy. */
    public static DatabaseAccess to(EmbeddedDatabase database) {
        return new DatabaseAccess(
                database.url(),
                database.applicationUser(),
                database.applicationPassword(),
                database.ownerUser(),
                database.ownerPassword());
    }

    /**
     * A PostgreSQL of one's own, when the environment names one: {@code CONSILIUM_DATABASE_URL}, {@code _USER} and
     * {@code _PASSWORD}; {@code _OWNER_USER} and {@code _OWNER_PASSWORD} when another role owns the tables.
     */
    public static Optional<DatabaseAccess> fromEnvironment(Map<String, String> environment) {
        var url = environment.getOrDefault("CONSILIUM_DATABASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        var user = environment.getOrDefault("CONSILIUM_DATABASE_USER", "");
        if (user.isBlank()) {
            throw new InstallationProblem("CONSILIUM_DATABASE_URL is set, so CONSILIUM_DATABASE_USER must be set too.");
        }
        var password = environment.getOrDefault("CONSILIUM_DATABASE_PASSWORD", "");
        return Optional.of(new DatabaseAccess(
                jdbc(url),
                user,
                password,
                environment.getOrDefault("CONSILIUM_DATABASE_OWNER_USER", user),
                environment.getOrDefault("CONSILIUM_DATABASE_OWNER_PASSWORD", password)));
    }

    private static String jdbc(String url) {
        var address = url.startsWith("postgres://") ? url.replaceFirst("postgres", "postgresql") : url;
        return address.startsWith("jdbc:") ? address : "jdbc:" + address;
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + applicationUser + "]";
    }
}
