package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.failure.RolloutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theWorkerLooksUpWhatConfigurationsNameAndNothingElse() throws Exception {
        Path named = Files.writeString(folder.resolve("named.properties"), "password=a");
        Path other = Files.writeString(folder.resolve("other.properties"), "password=b");
        Lookups lookups = Lookups.of(List.of(configuration(Map.of(
                "url", "${env:MY_URL:-none}", "password", "${file:" + named + ":password}", "own", "$${env:NO}"))));

        assertThat(lookups.in(Map.of("MY_URL", "u", "NO", "n", "MY_URLS", "m", "HOME", "h")))
                .containsOnly(Map.entry("MY_URL", "u"));
        try (FileConfigProvider files = new FileConfigProvider();
                EnvVarConfigProvider variables =
                        new EnvVarConfigProvider(Map.of("MY_URL", "u", "MY_URLS", "m", "HOME", "h"))) {
            files.configure(parameters(lookups, "file"));
            variables.configure(parameters(lookups, "env"));
            assertThat(files.get(named.toString()).data()).containsEntry("password", "a");
            for (String path : List.of(other.toString(), folder + "/x/../other.properties", "/etc/passwd")) {
                assertThat(files.get(path).data()).as(path).isEmpty();
            }
            assertThat(variables.get("").data()).containsOnly(Map.entry("MY_URL", "u"));
        }
    }

    @Test
    void whereNothingIsNamedNothingIsLookedUp() throws Exception {
        assertThat(Lookups.NONE.settings()).containsEntry("config.providers", "env");
        try (EnvVarConfigProvider variables = new EnvVarConfigProvider(Map.of("HOME", "h"))) {
            variables.configure(parameters(Lookups.NONE, "env"));
            assertThat(variables.get("").data()).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeNamedIsAMistakeOfItsKey() {
        for (String path : List.of("secrets.properties", folder + "/none", folder + "/../x", folder.toString())) {
            assertThatThrownBy(() ->
                            Lookups.of(List.of(configuration(Map.of("password", "${file:" + path + ":password}")))))
                    .as(path)
                    .isInstanceOf(RolloutException.class)
                    .isNotInstanceOf(ConfigException.class)
                    .hasMessageContaining("my.json: password: there is no file " + path);
        }
    }

    private static ConnectorFile configuration(Map<String, String> config) {
        return new ConnectorFile(Path.of("my.json"), "my", config);
    }

    private static Map<String, String> parameters(Lookups lookups, String provider) {
        String prefix = "config.providers." + provider + ".param.";
        return lookups.settings().entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .collect(Collectors.toMap(one -> one.getKey().substring(prefix.length()), Map.Entry::getValue));
    }
}
