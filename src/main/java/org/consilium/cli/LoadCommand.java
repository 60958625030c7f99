package org.consilium.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code load}: takes in what the program does not bring along. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "WHAT",
        description = "Loads official files that are not shipped with the program.")
final class LoadCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills in the command");
        }
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to load: ./consilium load terminology FILE.");
    }
}
