package io.rollouthub.hub.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the application folder holds of others is named in the lists that lie beside it. */
class AppFolderIT {
    private static final Path APP = Path.of(System.getProperty("rollout.home"));
    private static final String THIRD_PARTIES = "THIRD-PARTY.txt";
    private static final String JAR = ".jar";
    private static final String OURS = "rollout-";

    /** Our own build is. */
    private static final boolean ONLINE = System.getenv("CI_OF_ROLLOUT_HUB") != null;

    @ParameterizedTest
    @CsvSource({".,lib", "connect,connect/lib", "connect/plugins/rollout,connect/plugins/rollout"})
    void everyJarOfOthersIsListedWithItsLicenceAndAsAComponent(String folder, String jars) throws IOException {
        Path sbom = APP.resolve(folder).resolve("sbom.json");
        assumeTrue(ONLINE || Files.exists(sbom), "without a network the build makes no sbom.json");
        String licences = Files.readString(APP.resolve(folder).resolve(THIRD_PARTIES));
        List<String> shipped = jarsIn(APP.resolve(jars));
        List<String> components = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(sbom.toFile()).get("components")) {
            String name = component.get("name").asText();
            String version = component.get("version").asText();
            components.add(name + "-" + version);
            if (!name.startsWith(OURS) && shipped.contains(name + "-" + version)) {
                assertThat(licences).contains(":" + name + ":" + version + " ");
            }
        }
        assertThat(components).containsAll(shipped);
    }

    @Test
    void everyLibraryOfTheRegistryIsListed() throws IOException {
        Path registry = APP.resolve("registry");
        List<String> listed;
        try (Stream<String> lines = Files.lines(registry.resolve(THIRD_PARTIES))) {
            listed = lines.map(line -> line.split(" ", -1)[0]).toList();
        }
        assertThat(listed).containsAll(jarsIn(registry.resolve("lib")));
        for (String raised : jarsIn(registry.resolve("raised"))) {
            assertThat(listed).anyMatch(line -> line.endsWith("." + raised));
        }
    }

    @Test
    void theLicenceComesAlong() {
        assertThat(APP.resolve("LICENSE")).hasSameTextualContentAs(Path.of("..", "LICENSE"));
        assertThat(APP.resolve("NOTICE")).hasSameTextualContentAs(Path.of("..", "NOTICE"));
    }

    private static List<String> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(JAR) && !name.startsWith(OURS))
                    .map(name -> name.substring(0, name.length() - JAR.length()).replaceFirst("^modified-", ""))
                    .toList();
            assertThat(jars).isNotEmpty();
            return jars;
        }
    }
}
