package io.rollouthub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path tmp;

    @Test
    void createsItselfAndFoldersInside() {
        try (DataFolder data = DataFolder.open(tmp.resolve("new/folder"))) {
            assertThat(data.folder("broker"))
                    .isDirectory()
                    .isEqualTo(data.root().resolve("broker"));
        }
    }

    @Test
    void isOpenOnceAtATimeUnderWhateverName() throws Exception {
        Path link = Files.createSymbolicLink(tmp.resolve("link"), Files.createDirectory(tmp.resolve("data")));
        try (DataFolder data = DataFolder.open(tmp.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.open(link))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessageStartingWith("The data folder " + data.root() + " is in use by another hub (process ")
                    .hasMessageEndingWith("Stop that hub, or give this one a folder of its own.");
        }
        DataFolder.open(link).close();
    }

    @Test
    void nobodyElseLooksIntoIt() throws Exception {
        Path before = Files.createDirectory(tmp.resolve("before"), rights("rwxr-xr-x"));
        for (Path folder : List.of(tmp.resolve("new"), before)) {
            DataFolder.open(folder).close();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.open(before).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(before)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderWithOtherThingsKeepsItsRightsAndTheHubsOwnInItAreItsOwn() throws Exception {
        Path shared = Files.createDirectory(tmp.resolve("shared"), rights("rwxr-xr-x"));
        Files.writeString(shared.resolve("notes"), "of somebody");
        try (DataFolder data = DataFolder.open(shared)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                    .isEqualTo("rwxr-xr-x");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.folder("broker"))))
                    .isEqualTo("rwx------");
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> rights(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    @Test
    void isNotAFile() throws Exception {
        Path file = Files.writeString(tmp.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining(file + " cannot be used: it is a file, not a folder.");
    }

    @Test
    void isWritable() throws Exception {
        Path folder = Files.createDirectory(
                tmp.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeTrue(!Files.isWritable(folder), "this user may write everywhere");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("AccessDenied")
                .hasMessageEndingWith("Give a folder that this user may create files in.");
    }
}
