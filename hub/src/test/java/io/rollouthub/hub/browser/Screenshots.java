package io.rollouthub.hub.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of {@code docs/images} from the demo's end; run by {@code tools/screenshots} alone. */
@NeedsProgram({Program.CHROMIUM, Program.CHROMEDRIVER})
class Screenshots {
    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void pagesAsTheyAreAfterTheLastDay() throws IOException {
        Files.createDirectories(IMAGES);
        try (Demo demo = Demo.start(folder, 1000)) {
            demo.awaitEnd();
            try (Window window = new Window(folder.resolve("profile")).at(demo.console())) {
                window.size(WIDE, 900);
                picture(window, "", "programme.png", WIDE);
                picture(window, "clusters/south", "cluster.png", WIDE);
                picture(window, "milestones/south/dozen-by-end-october", "milestone.png", WIDE);
                window.scheme("dark");
                picture(window, "clusters/south", "cluster-dark.png", WIDE);
                window.size(NARROW, 844);
                picture(window, "", "programme-narrow.png", NARROW);
            }
        }
    }

    private static void picture(Window window, String page, String file, int width) {
        window.open(page);
        window.await(() -> assertThat(window.text("#foot")).contains("NHS"));
        window.await(() -> assertThat(window.text(".clock")).contains("1 Jan 2007"));
        if (page.startsWith("milestones/")) {
            window.await(() -> assertThat(window.text(".story")).contains("Where it stands"));
        }
        window.awaitCharts();
        window.picture(IMAGES.resolve(file), width, width == WIDE ? 1250 : 1400);
    }
}
