package org.consilium.installation;

import org.jspecify.annotations.Nullable;

/** This copy of the program cannot work where it is; the message is one sentence for the person who started it. */
public final class InstallationProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InstallationProblem(String sentence) {
        super(sentence);
    }

    public InstallationProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
