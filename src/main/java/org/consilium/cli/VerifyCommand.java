package org.consilium.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.SignatureCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an opinion is still as its doctor signed it. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks the signature of an opinion: exit code 0 when it is intact, 1 when it is not or there is none.")
class VerifyCommand implements Callable<Integer> {
    private static final int NOT_INTACT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file with one opinion, as JSON or as a FHIR document.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (spec == null || file == null) {
            throw new IllegalStateException("picocli fills in the command");
        }
        var out = spec.commandLine().getOut();
        switch (OneOpinion.read(file)) {
            case OneOpinion.Read.Unusable(var line) -> {
                spec.commandLine().getErr().println("consilium: " + line);
                return Cli.UNUSABLE_INPUT;
            }
            case OneOpinion.Read.Usable usable -> {
                var check = OpinionSignature.check(usable.whole());
                out.println(words(check));
                out.flush();
                return check instanceof SignatureCheck.Intact ? 0 : NOT_INTACT;
            }
        }
    }

    private static String words(SignatureCheck check) {
        return switch (check) {
            case SignatureCheck.Intact(var fingerprint, var signed) ->
                "intact: signed at " + signed + " with the key " + fingerprint;
            case SignatureCheck.ChangedAfterSigning(var fingerprint) ->
                "changed after signing: the key is " + fingerprint;
            case SignatureCheck.Unsigned unsigned -> "unsigned: nobody signed this opinion";
            case SignatureCheck.NotReadable unreadable -> "unreadable: the signature cannot be read";
        };
    }
}
