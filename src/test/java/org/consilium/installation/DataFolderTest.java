package org.consilium.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void isMadeForItsOwnerAlone() throws Exception {
        var folder = DataFolder.open(temp.resolve("new/deep"));
        for (var path : new Path[] {folder.root(), folder.blobs(), folder.database()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void keepsASecretForEverAndGivesEachNameItsOwn() {
        var first = DataFolder.open(temp).secret("master-key");
        assertThat(DataFolder.open(temp).secret("master-key")).hasSize(32).isEqualTo(first);
        assertThat(DataFolder.open(temp).secret("other")).isNotEqualTo(first);
    }

    @Test
    void refusesASecretNameThatLeavesTheFolder() {
        assertThatThrownBy(() -> DataFolder.open(temp).secret("../key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatADamagedSecretMustComeFromABackup() throws Exception {
        var folder = DataFolder.open(temp);
        folder.secret("master-key");
        Files.write(temp.resolve("secrets/master-key"), new byte[3]);
        assertThatThrownBy(() -> folder.secret("master-key"))
                .isInstanceOf(InstallationProblem.class)
                .hasMessageContaining("backup");
    }

    @Test
    void saysInOneSentenceWhyAFolderCannotBeUsed() throws Exception {
        var file = Files.writeString(temp.resolve("file"), "text");
        assertThatThrownBy(() -> DataFolder.open(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("below"))).hasMessageContaining("cannot be written");
    }

    @Test
    void belongsToOneProgramAtATime() {
        var folder = DataFolder.open(temp);
        try (var held = (Claim.Held) folder.claim()) {
            held.announce("http://127.0.0.1:8080");
            assertThat(folder.claim()).isEqualTo(new Claim.Taken("http://127.0.0.1:8080"));
        }
        try (var again = (Claim.Held) folder.claim()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void livesWhereTheSystemKeepsDataOfPrograms() {
        assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/somewhere"))).isEqualTo(Path.of("/somewhere/consilium"));
        assertThat(DataFolder.usual(Map.of()).toString()).endsWith("/.local/share/consilium");
    }
}
