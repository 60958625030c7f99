package org.consilium.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The real PostgreSQL that travels with the program: kept in the data folder, reachable from this computer alone and only
 * with a password. It outlives a killed program; the next start takes it over.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_LOG = 1_000_000;

    private final Cluster cluster;
    private final Postmaster postmaster;

    private EmbeddedDatabase(Cluster cluster, Postmaster postmaster) {
        this.cluster = cluster;
        this.postmaster = postmaster;
    }

    /** Starts it, or takes over the one that a killed program left running. The caller holds the folder's claim. */
    public static EmbeddedDatabase start(DataFolder folder) {
        return start(folder, true);
    }

    /** {@code durable = false} is for tests only: a power cut may lose everything. */
    static EmbeddedDatabase start(DataFolder folder, boolean durable) {
        var program = PostgresProgram.unpacked(folder, System.getenv());
        var cluster = new Cluster(folder, program, durable);
        cluster.prepare();
        var left = Postmaster.of(cluster.data());
        if (left.isPresent() && isUsable(cluster, left.get())) {
            return new EmbeddedDatabase(cluster, left.get());
        }
        left.ifPresent(Postmaster::stop);
        Postmaster.forgetDead(cluster.data());
        return new EmbeddedDatabase(cluster, launch(cluster));
    }

    private static boolean isUsable(Cluster cluster, Postmaster left) {
        if (!left.ready() || !cluster.isConfiguredFor(left.port())) {
            return false;
        }
        try (var connection = DriverManager.getConnection(
                url(left.port(), Cluster.DATABASE), Cluster.APPLICATION, cluster.password(Cluster.APPLICATION))) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Several attempts: another program may take the port between our look and PostgreSQL's, and a dead server's last process may linger. */
    private static Postmaster launch(Cluster cluster) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var started = launchOnce(cluster);
            if (started.isPresent()) {
                return started.get();
            }
        }
        throw new InstallationProblem("The embedded database does not start: " + lastLogLine(cluster));
    }

    private static Optional<Postmaster> launchOnce(Cluster cluster) {
        try {
            if (Files.exists(cluster.log()) && Files.size(cluster.log()) > LONGEST_LOG) {
                Files.delete(cluster.log());
            }
            cluster.configure(freePort());
            // pg_ctl gives the server a session of its own, so that Ctrl-C reaches only the program, which then stops
            // it
            var control = cluster.program()
                    .command(
                            "pg_ctl",
                            List.of(
                                    "start",
                                    "-D",
                                    cluster.data().toString(),
                                    "-l",
                                    cluster.log().toString(),
                                    "-w",
                                    "-t",
                                    Long.toString(PATIENCE.toSeconds())))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (true) {
                var failed = !control.isAlive() && control.exitValue() != 0;
                var running = Postmaster.of(cluster.data()).filter(Postmaster::ready);
                if (running.isPresent() || failed) {
                    return running;
                }
                Pause.briefly();
            }
        } catch (IOException e) {
            throw new InstallationProblem("The embedded database does not start: " + e.getMessage(), e);
        }
    }

    private static String lastLogLine(Cluster cluster) {
        try {
            return Trees.lastLine(Files.readString(cluster.log()));
        } catch (IOException e) {
            return "see " + cluster.log();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the application's database, for JDBC. */
    public String url() {
        return url(Cluster.DATABASE);
    }

    String url(String database) {
        return url(postmaster.port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    /** The role that owns the tables; migrations run as it. */
    public String ownerUser() {
        return Cluster.OWNER;
    }

    public String ownerPassword() {
        return cluster.password(Cluster.OWNER);
    }

    /** The role the program works as: it may do what migrations grant to it, and nothing else. */
    public String applicationUser() {
        return Cluster.APPLICATION;
    }

    public String applicationPassword() {
        return cluster.password(Cluster.APPLICATION);
    }

    String adminPassword() {
        return cluster.password(Cluster.ADMIN);
    }

    long processId() {
        return postmaster.pid();
    }

    /** Stops the server and returns when it has written everything and is gone. */
    @Override
    public void close() {
        postmaster.stop();
    }
}
