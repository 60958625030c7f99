package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.terminology.Terminologies.Loading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Terminologies in a folder of their own. */
abstract class LoadingTerminologies {
    @TempDir
    Path folder;

    Terminologies terminologies = Terminologies.in(Path.of("nowhere"));

    @BeforeEach
    void open() {
        terminologies = Terminologies.in(folder.resolve("terminology"));
    }

    @AfterEach
    void close() {
        terminologies.close();
    }

    final Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    final LoadedVocabulary load(Path file) {
        var loading = terminologies.load(file, count -> {});
        assertThat(loading).as(String.valueOf(loading)).isInstanceOf(Loading.Done.class);
        return ((Loading.Done) loading).vocabulary();
    }
}
