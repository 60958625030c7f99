package org.consilium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.consilium.installation.Claim;
import org.consilium.installation.DataFolder;
import org.consilium.installation.InstallationProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages to this computer until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Serves the pages to this computer until you press Ctrl-C. The data stays in one folder.")
final class ServeCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Program program;

    private static final String ISSUER_KEYS = "consilium.issuer-keys";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (~/.local/share/consilium).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port on this computer (8080, or a free one when it is taken).")
    private @Nullable Integer port;

    @Option(names = "--rehearse", hidden = true, description = "Start, visit the pages once, stop.")
    private boolean rehearse;

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Exception {
        var chosen = freePort();
        var folder = DataFolder.open(data == null ? DataFolder.usual(System.getenv()) : data);
        return switch (folder.claim()) {
            case Claim.Taken(var where) ->
                throw new InstallationProblem("It already runs on the data folder " + folder.root() + ": " + where);
            case Claim.Held held -> {
                issuerKeysIn(folder.root());
                yield serve(new Serving(program, folder, held), chosen);
            }
        };
    }

    /** The keys of those who sign health cards belong to the data folder, unless another place was named. */
    private static void issuerKeysIn(Path root) {
        if (System.getProperty(ISSUER_KEYS) == null) {
            System.setProperty(ISSUER_KEYS, root.resolve("issuer-keys").toString());
        }
    }

    private int serve(Serving serving, int chosen) throws InterruptedException, IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "stop"));
        var address = serving.start(chosen);
        if (rehearse) {
            Rehearsal.visit(address);
            return 0;
        }
        var out = spec == null ? null : spec.commandLine().getOut();
        if (out != null) {
            out.println("Consilium is ready: " + address);
            out.println("The link works once. Press Enter for a new one, Ctrl-C to stop.");
            out.flush();
            newLinks(serving, out);
        }
        Thread.currentThread().join();
        return 0;
    }

    /**
     * Whatever is typed gives a new link, for another browser or after the session has ended. It only looks whether something
     * was typed, since a program in the background that reads from its terminal is stopped by it.
     */
    private static void newLinks(Serving serving, PrintWriter out) throws InterruptedException, IOException {
        while (true) {
            Thread.sleep(LOOK);
            var typed = System.in.available();
            if (typed > 0) {
                System.in.skipNBytes(typed);
                serving.newAddress().ifPresent(address -> out.println("A new link: " + address));
                out.flush();
            }
        }
    }

    private int freePort() {
        if (port == null) {
            return isFree(USUAL_PORT) ? USUAL_PORT : 0;
        }
        if (port < 0 || port > 65_535) {
            throw new InstallationProblem("Port " + port + " does not exist. Choose one between 1024 and 65535.");
        }
        if (port > 0 && !isFree(port)) {
            throw new InstallationProblem("Port " + port + " is taken by another program. Choose another one.");
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
