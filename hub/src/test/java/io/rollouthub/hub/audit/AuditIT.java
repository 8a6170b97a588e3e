package io.rollouthub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided over a hub is kept and told. */
class AuditIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");

    @Test
    void whoBroughtWhichProgrammeAndWhoResetIsToldWithWhatChanged(@TempDir Path folder) throws IOException {
        String text = Files.readString(PROGRAMME);
        Path changed = Files.writeString(
                folder.resolve("changed.yaml"), text.replace("at-risk-below: ", "at-risk-below: 0.1 # was "));
        Path another = Files.writeString(
                folder.resolve("another.yaml"), text.replaceFirst("(?m)^programme: .*$", "programme: meters"));
        try (LocalHub hub = LocalHub.start(null)) {
            apply(hub, PROGRAMME, 0);
            apply(hub, changed, 0);
            apply(hub, changed, 0); // which changes nothing
            Cli refused = apply(hub, another, 1);
            assertThat(refused.err()).contains("Programme npfit is in force here", "programme meters", "--replace");
            assertThat(Cli.on(hub.connection(), "reset", "--yes").exitCode()).isZero();

            Cli audit = Cli.on(hub.connection(), "admin", "audit", "--json");

            assertThat(audit.out().lines()).hasSize(3).allSatisfy(line -> assertThat(line)
                    .contains("\"who\":\"" + System.getProperty("user.name") + '"', "\"host\":\""));
            assertThat(audit.out())
                    .contains("\"command\":\"admin apply\"", "publish programme npfit", "\"command\":\"reset\"")
                    .contains("deleted rollout.alerts");
            assertThat(Cli.on(hub.connection(), "admin", "audit", "--wide").out())
                    .contains("admin apply", "publish programme npfit, changed");
        }
    }

    private static Cli apply(LocalHub hub, Path programme, int exitCode) {
        Cli apply = Cli.on(hub.connection(), "admin", "apply", "--programme", programme.toString());
        assertThat(apply.exitCode()).as(apply.err()).isEqualTo(exitCode);
        return apply;
    }
}
