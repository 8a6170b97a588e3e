package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.connect.csv.CsvTable.Reject;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supplier leaves in its folder that is to lead the worker elsewhere. */
class DropFolderTest {
    private static final List<Reject> REJECTS = List.of(new Reject(1, "a reason", "a row"));

    @TempDir
    private Path dir;

    private Path in;
    private Path secret;
    private DropFolder folder;

    @BeforeEach
    void somethingOfOthers() throws IOException {
        in = Files.createDirectory(dir.resolve("in"));
        secret = Files.writeString(dir.resolve("secret.csv"), "password\n");
        folder = new DropFolder(in);
    }

    @Test
    void aLinkIsPutAwayAsItIs() throws Exception {
        Files.createSymbolicLink(in.resolve("sites.csv"), secret);
        Files.createSymbolicLink(in.resolve("folder.csv"), dir);
        Files.createSymbolicLink(in.resolve("nothing.csv"), dir.resolve("none"));
        for (int i = 0; i < 3; i++) {
            DroppedFile file = folder.next().orElseThrow();
            assertThat(file.bytes()).isEmpty();
            assertThat(file.refusal()).isEqualTo("the file is a link, which is not followed");
            folder.finish(file, REJECTS);
        }
        assertThat(folder.next()).isEmpty();
        assertThat(in.resolve("done/sites.csv")).isSymbolicLink();
        assertThat(in.resolve("done/sites.csv.rejects.csv")).content().doesNotContain("password");
        assertThat(secret).hasContent("password");
    }

    @Test
    void whatLeadsOutOfTheFolderOfFinishedFilesIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
        Files.createSymbolicLink(in.resolve("done"), elsewhere);
        Files.writeString(in.resolve("sites.csv"), "a");
        DroppedFile file = folder.next().orElseThrow();
        assertThatThrownBy(() -> folder.finish(file, REJECTS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(in.resolve("done") + ": this is no folder but a file or a link");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(in.resolve("sites.csv")).exists();
    }

    @Test
    void linksInTheFolderOfFinishedFilesAreReplacedAndNotWrittenThrough() throws Exception {
        Path done = Files.createDirectory(in.resolve("done"));
        Files.createSymbolicLink(done.resolve(".sites.csv.rejects.csv.part"), secret);
        Files.createSymbolicLink(done.resolve("sites.csv.rejects.csv"), secret);
        Files.writeString(in.resolve("sites.csv"), "a");
        folder.finish(folder.next().orElseThrow(), REJECTS);

        assertThat(secret).hasContent("password");
        assertThat(Files.isRegularFile(done.resolve("sites.csv.rejects.csv"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(done.resolve("sites.csv.rejects.csv")).content().contains("a reason");

        Files.createSymbolicLink(done.resolve("more.csv"), secret);
        Files.writeString(in.resolve("more.csv"), "b");
        DroppedFile more = folder.next().orElseThrow();
        folder.finish(more, List.of());
        assertThat(secret).hasContent("password");
        assertThat(done.resolve("more." + more.contentHash().substring(0, 8) + ".csv"))
                .hasContent("b");
    }

    @Test
    void aNameThatCannotBeSeenIsRefused() throws Exception {
        for (String name : List.of("a\nb.csv", "a\u001b[2Jb.csv", "a\u202eb.csv", "a\u2028b.csv", "a\u007fb.csv")) {
            Files.writeString(in.resolve(name), "a");
            DroppedFile file = folder.next().orElseThrow();
            assertThat(file.refusal()).contains("cannot be seen");
            assertThat(file.name()).matches("a_(\\[2J)?b\\.csv");
            folder.finish(file, REJECTS);
        }
        assertThat(folder.next()).isEmpty();
    }

    @Test
    void aPipeOrAFolderIsNoFile() throws Exception {
        Files.createDirectory(in.resolve("folder.csv"));
        assertThat(new ProcessBuilder("mkfifo", in.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(folder.next()).isEmpty();
    }

    @Test
    void whoSwapsAFileForALinkMeanwhileGainsNothing() throws Exception {
        Path file = in.resolve("sites.csv");
        AtomicBoolean end = new AtomicBoolean();
        Thread swapping = new Thread(() -> {
            try {
                while (!end.get()) {
                    Path link = Files.createSymbolicLink(in.resolve(".link"), secret);
                    Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
                    Path plain = Files.writeString(in.resolve(".plain"), "harmless");
                    Files.move(plain, file, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        swapping.start();
        try {
            for (int i = 0; i < 3_000; i++) {
                try {
                    folder.next().ifPresent(found -> assertThat(new String(found.bytes()))
                            .doesNotContain("password"));
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("symbolic link"); // swapped twice at the same moment
                }
            }
        } finally {
            end.set(true);
            swapping.join();
        }
    }
}
