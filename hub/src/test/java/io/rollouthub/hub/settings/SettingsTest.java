package io.rollouthub.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.http.AddressRange;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.HttpSettings.Credentials;
import io.rollouthub.http.HttpSettings.TrustedProxy;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothingNeedsToBeSet() {
        Settings settings = Settings.read(null, Map.of("PATH", "/bin", "ROLLOUT_JAVA_OPTS", "-Xmx1g"), Map.of());

        assertThat(settings.bootstrapServers()).isNull();
        assertThat(settings.layout()).isEqualTo(new Layout(6, 1, (short) -1));
        assertThat(settings.clock()).isEqualTo(ClockSettings.DEFAULT);
        assertThat(settings.kafka()).isEmpty();
        assertThat(settings.isSet(Setting.PARTITIONS)).isFalse();
    }

    @Test
    void theCommandLineGoesOverTheEnvironmentAndThatOverTheFileAndThatOverDefaults() throws IOException {
        Path file = file("""
                bootstrap.servers=file:1
                registry.url=http://file:1
                partitions=12
                clock.interval=500ms
                """);
        Settings settings = Settings.read(
                file,
                Map.of(
                        "ROLLOUT_BOOTSTRAP_SERVERS",
                        "env:1",
                        "ROLLOUT_PARTITIONS",
                        "24",
                        "ROLLOUT_CLOCK_MAX_HOLD",
                        "2m"),
                Map.of(Setting.BOOTSTRAP_SERVERS, "options:1"));

        assertThat(settings.bootstrapServers()).isEqualTo("options:1");
        assertThat(settings.registryUrl()).isEqualTo("http://file:1");
        assertThat(settings.layout().partitions()).isEqualTo(24);
        assertThat(settings.clock())
                .isEqualTo(new ClockSettings(Duration.ofMillis(500), Duration.ofMinutes(2), Duration.ofHours(1)));
        assertThat(settings.lines())
                .contains(
                        "bootstrap.servers = options:1  (command line)",
                        "partitions = 24  (ROLLOUT_PARTITIONS)",
                        "registry.url = http://file:1  (" + file + ")",
                        "stream.threads = 1  (default)");
    }

    @ParameterizedTest
    @CsvSource({"1000ms, 1", "1s, 1", "24h, 86400", "1440m, 86400"})
    void aClockMayStepFromASecondToADay(String step, long seconds) {
        Settings settings = Settings.read(null, Map.of("ROLLOUT_CLOCK_MAX_STEP", step), Map.of());

        assertThat(settings.clock().maxStep()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void propertiesOfKafkaAndOfTheRegistrysClientPassThrough() throws IOException {
        Settings settings = Settings.read(
                file("kafka.security.protocol=SASL_SSL\nregistry.ssl.truststore.location=/t\n"),
                Map.of("ROLLOUT_KAFKA_SASL_JAAS_CONFIG", "jaas", "ROLLOUT_REGISTRY_BASIC_AUTH_USER_INFO", "u:p"),
                Map.of());

        assertThat(settings.kafka())
                .containsOnly(Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.jaas.config", "jaas"));
        assertThat(settings.registry())
                .containsEntry("basic.auth.user.info", "u:p")
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("schema.registry.ssl.truststore.location", "/t");
    }

    @Test
    void whatIsForGateOrLedgerAloneGoesOverWhatIsForAllClients() throws IOException {
        Settings settings = Settings.read(
                file("kafka.client.id=all\nkafka.linger.ms=1\ngate.kafka.client.id=gate\n"),
                Map.of("ROLLOUT_LEDGER_KAFKA_SASL_JAAS_CONFIG", "jaas"),
                Map.of());

        HubSettings streams = settings.streams(new Connection("kafka:9092", SchemaRegistry.inMemory(), Path.of("s")));

        assertThat(settings.kafka()).containsOnlyKeys("client.id", "linger.ms");
        assertThat(streams.clientProperties()).containsOnlyKeys("client.id", "linger.ms", "bootstrap.servers");
        assertThat(streams.kafkaOf(Stage.GATE))
                .containsOnly(Map.entry("client.id", "gate"), Map.entry("linger.ms", "1"));
        assertThat(streams.kafkaOf(Stage.LEDGER))
                .containsOnly(
                        Map.entry("client.id", "all"),
                        Map.entry("linger.ms", "1"),
                        Map.entry("sasl.jaas.config", "jaas"));
        assertThat(settings.lines()).anyMatch(line -> line.startsWith("ledger.kafka.sasl.jaas.config = ****"));
    }

    @Test
    void secretsAreNeverShown() {
        Settings settings = Settings.read(
                null,
                Map.of(
                        "ROLLOUT_KAFKA_SASL_JAAS_CONFIG", "hush",
                        "ROLLOUT_KAFKA_SSL_KEYSTORE_PASSWORD", "hush",
                        "ROLLOUT_KAFKA_SSL_KEYSTORE_KEY", "hush",
                        "ROLLOUT_REGISTRY_BASIC_AUTH_USER_INFO", "u:hush",
                        "ROLLOUT_REGISTRY_BEARER_AUTH_TOKEN", "hush"),
                Map.of());

        assertThat(settings.lines())
                .noneMatch(line -> line.contains("hush"))
                .contains("kafka.sasl.jaas.config = ****  (ROLLOUT_KAFKA_SASL_JAAS_CONFIG)");
        assertThatThrownBy(() ->
                        Settings.read(null, Map.of(), Map.of(Setting.REGISTRY_URL, "http://me:hush@registry:8081")))
                .hasMessageContaining("registry.basic.auth.user.info")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "partitions=none | partitions: 'none' is not a whole number from 1 to 1000",
                "replicas=0 | replicas: '0' is not a whole number from 1 to 100",
                "clock.interval=10 | clock.interval: '10' is not a duration such as",
                "clock.interval=0s | longer than nothing",
                "clock.max-step=999ms | clock.max-step: '999ms' is not a duration from 1s to 24h",
                "clock.max-step=1441m | clock.max-step: '1441m' is not a duration from 1s to 24h",
                "clock.max-step=hour | clock.max-step: 'hour' is not a duration from 1s to 24h",
                "bootstrap.servers=localhost | 'localhost' is not HOST:PORT",
                "registry.url=localhost:8081 | 'localhost:8081' is not a URL",
                "partition=3 | partition is no setting. There are bootstrap.servers,",
                "state.dir= | state.dir has no value",
                "gate.kafka.group.id=x | gate.kafka.group.id cannot be set",
                "kafka.application.id=x | kafka.application.id cannot be set"
            })
    void aMistakeIsToldWithItsNameAndTheFile(String line, String told) throws IOException {
        Path file = file(line + "\n");

        assertThatThrownBy(() -> Settings.read(file, Map.of(), Map.of()))
                .isInstanceOf(RolloutException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(told);
    }

    @Test
    void allMistakesAreToldAtOnceEachWithWhereItWasMade() {
        assertThatThrownBy(() -> Settings.read(
                        folder.resolve("none.properties"),
                        Map.of("ROLLOUT_PARTITONS", "3", "ROLLOUT_STREAM_THREADS", "many"),
                        Map.of(Setting.BOOTSTRAP_SERVERS, "nowhere")))
                .hasMessageContaining("none.properties: this file of settings cannot be read: there is no such file")
                .hasMessageContaining("ROLLOUT_PARTITONS is no setting. Did you mean ROLLOUT_PARTITIONS?")
                .hasMessageContaining("ROLLOUT_STREAM_THREADS: stream.threads: 'many'")
                .hasMessageContaining("command line: bootstrap.servers: 'nowhere'");
    }

    @Test
    void variablesThatOthersSetAreLeftAlone() {
        Settings settings =
                Settings.read(null, Map.of("ROLLOUT_HUB_SERVICE_HOST", "10.0.0.1", "ROLLOUT_CI_RUN", "7"), Map.of());

        assertThat(settings.lines()).noneMatch(line -> line.contains("10.0.0.1") || line.contains("ci.run"));
    }

    @Test
    void theWebServerListensToThisMachineUnlessToldOtherwise() {
        assertThat(Settings.read(null, Map.of(), Map.of()).http()).isEqualTo(HttpSettings.loopback(8080));

        Settings settings = Settings.read(
                null,
                Map.of(
                        "ROLLOUT_HTTP_HOST", "0.0.0.0",
                        "ROLLOUT_HTTP_PORT", "9000",
                        "ROLLOUT_HTTP_USER", "watcher",
                        "ROLLOUT_HTTP_PASSWORD", "sesame",
                        "ROLLOUT_HTTP_TRUSTED_PROXY_HEADER", "X-Forwarded-User",
                        "ROLLOUT_HTTP_TRUSTED_PROXIES", "10.0.0.7, 10.1.0.0/16",
                        "ROLLOUT_HTTP_ALLOWED_HOSTS", "Hub.example.org"),
                Map.of());
        assertThat(settings.http())
                .isEqualTo(new HttpSettings(
                        "0.0.0.0",
                        9000,
                        Set.of("hub.example.org"),
                        new Credentials("watcher", "sesame"),
                        new TrustedProxy(
                                "X-Forwarded-User",
                                List.of(AddressRange.of("10.0.0.7"), AddressRange.of("10.1.0.0/16"))),
                        false));
        assertThat(settings.lines()).anyMatch(line -> line.startsWith("http.password = ****"));
        assertThat(settings.http()).asString().doesNotContain("sesame");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ROLLOUT_HTTP_USER|watcher|http.user is of no use without http.password.",
                "ROLLOUT_HTTP_PASSWORD|sesame|http.password is of no use without http.user.",
                "ROLLOUT_HTTP_TRUSTED_PROXIES|10.0.0.7|of no use without http.trusted-proxy-header.",
                "ROLLOUT_HTTP_TRUSTED_PROXIES|proxy.example.org|'proxy.example.org' is not an address",
                "ROLLOUT_HTTP_TRUSTED_PROXIES|10.0.0.0/33|'10.0.0.0/33' is not an address",
                "ROLLOUT_HTTP_PORT|70000|is not a whole number from 0 to 65535",
                "ROLLOUT_HTTP_ALLOWED_HOSTS|hub:8080|is not a host's name",
                "ROLLOUT_HTTP_USER|a:b|without a colon"
            })
    void aMistakeInTheWebServersSettingsIsSaid(String variable, String value, String sentence) {
        assertThatThrownBy(() -> Settings.read(null, Map.of(variable, value), Map.of()))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aSecretMayStandInAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "open sesame\n");
        Settings settings = Settings.read(
                null,
                Map.of(
                        "ROLLOUT_HTTP_USER", "watcher",
                        "ROLLOUT_HTTP_PASSWORD_FILE", secret.toString(),
                        "ROLLOUT_KAFKA_SASL_JAAS_CONFIG_FILE", secret.toString(),
                        "ROLLOUT_REGISTRY_BEARER_AUTH_TOKEN_FILE", secret.toString(),
                        "ROLLOUT_KAFKA_SASL_OAUTHBEARER_ASSERTION_PRIVATE_KEY_FILE", "/etc/key.pem"),
                Map.of());
        assertThat(settings.http().credentials()).isEqualTo(new Credentials("watcher", "open sesame"));
        assertThat(settings.kafka())
                .containsEntry("sasl.jaas.config", "open sesame")
                .containsEntry("sasl.oauthbearer.assertion.private.key.file", "/etc/key.pem");
        assertThat(settings.registry()).containsEntry("bearer.auth.token", "open sesame");
        assertThat(settings.lines())
                .anyMatch(line -> line.equals("http.password = ****  (ROLLOUT_HTTP_PASSWORD_FILE)"))
                .noneMatch(line -> line.contains("sesame"));
    }

    @Test
    void aSecretsFileThatIsNotThereOrSecondIsAMistake() {
        Map<String, String> environment = Map.of(
                "ROLLOUT_HTTP_PASSWORD_FILE", "/no/such/file",
                "ROLLOUT_KAFKA_SSL_KEY_PASSWORD", "sesame",
                "ROLLOUT_KAFKA_SSL_KEY_PASSWORD_FILE", "/x",
                "ROLLOUT_HTTP_USER_FILE", "/x");
        assertThatThrownBy(() -> Settings.read(null, environment, Map.of()))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("ROLLOUT_HTTP_PASSWORD_FILE: the file /no/such/file cannot be read")
                .hasMessageContaining("ROLLOUT_KAFKA_SSL_KEY_PASSWORD and ROLLOUT_KAFKA_SSL_KEY_PASSWORD_FILE are both")
                .message()
                .doesNotContain("sesame");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("hub.properties"), text);
    }
}
