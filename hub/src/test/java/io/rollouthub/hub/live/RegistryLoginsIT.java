package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.certificate.KeyStoreFile;
import io.rollouthub.certificate.LocalAuthority;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The hub as a client of registries that ask who comes: by a password, a token and a certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryLoginsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalHub local;

    @SuppressWarnings("NullAway.Init")
    private LocalAuthority authority;

    @BeforeAll
    void start() {
        local = LocalHub.start(null);
        authority = LocalAuthority.in(folder.resolve("tls"));
    }

    @AfterAll
    void stop() {
        local.close();
    }

    @Test
    void byAPassword() throws Exception {
        String wanted = "Basic " + Base64.getEncoder().encodeToString("hub:right-one".getBytes(StandardCharsets.UTF_8));
        try (RegistryGate gate = gate(false, wanted)) {
            worksFor(gate, Map.of("basic.auth.user.info", "hub:right-one"));
            isRefused(gate, Map.of("basic.auth.user.info", "hub:wrong-one"));
            isRefused(gate, Map.of());
        }
    }

    @Test
    void byAToken() throws Exception {
        try (RegistryGate gate = gate(false, "Bearer right-one")) {
            worksFor(gate, Map.of("bearer.auth.token", "right-one"));
            isRefused(gate, Map.of("bearer.auth.token", "wrong-one"));
        }
    }

    @Test
    void byACertificate() throws Exception {
        KeyStoreFile own = authority.issue("hub", List.of());
        try (RegistryGate gate = gate(true, null)) {
            worksFor(gate, own.settings());
            isRefused(gate, Map.of());
        }
    }

    private RegistryGate gate(boolean certificates, @Nullable String authorization) throws Exception {
        return RegistryGate.open(
                local.connection().registry().address(),
                authority.issue("registry", List.of("localhost")),
                certificates ? authority.certificate() : null,
                authorization);
    }

    private void worksFor(RegistryGate gate, Map<String, String> login) throws IOException {
        Cli applied = apply(gate, login);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(apply(gate, login).out()).contains("nothing to change");
        assertThat(gate.passed()).isPositive();
    }

    private void isRefused(RegistryGate gate, Map<String, String> login) throws IOException {
        int before = gate.passed();
        Cli refused = apply(gate, login);
        assertThat(refused.exitCode()).as(refused.out()).isEqualTo(1);
        assertThat(refused.err()).contains("registry").doesNotContain("wrong-one");
        assertThat(gate.passed()).isEqualTo(before);
    }

    private Cli apply(RegistryGate gate, Map<String, String> login) throws IOException {
        Map<String, String> registry = new HashMap<>(login);
        registry.put("ssl.truststore.type", "PEM");
        registry.put("ssl.truststore.location", authority.certificate().toString());
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", local.connection().bootstrapServers());
        settings.setProperty("registry.url", gate.url());
        registry.forEach((key, value) -> settings.setProperty("registry." + key, value));
        Path file = folder.resolve("hub.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        Path programme = LiveProgramme.write(folder, "Europe/London");
        return Cli.run("admin", "apply", "--programme", programme.toString(), "--config", file.toString());
    }
}
