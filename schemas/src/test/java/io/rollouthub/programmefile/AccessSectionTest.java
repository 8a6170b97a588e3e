package io.rollouthub.programmefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessSectionTest {
    private static final String PROGRAMME = """
            programme: npfit
            name: NPfIT
            zone: Europe/London
            clusters: { london: London }
            suppliers:
              bt: { name: BT, clusters: [london] }
              fujitsu: { name: Fujitsu, clusters: [london] }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whereNothingIsSaidASupplierComesUnderItsOwnNameAndNobodyIsAConsumer() throws IOException {
        Access access = read("");

        assertThat(access.suppliers())
                .containsEntry("bt", new SupplierAccess(List.of("User:bt"), 262_144, 25))
                .hasSize(2);
        assertThat(access.of(Role.CONSUMER)).isEmpty();
        assertThat(access.of(Role.GATE)).containsExactly("User:rollout-hub");
    }

    @Test
    void whatIsSaidHoldsAndTheRestIsAsUsual() throws IOException {
        Access access = read("""
                access:
                  suppliers:
                    bt: { principals: ["User:CN=bt,O=BT"], bytes-per-second: 1000 }
                  consumer: ["User:board", "User:press"]
                  operator: []
                """);

        assertThat(access.suppliers())
                .containsEntry("bt", new SupplierAccess(List.of("User:CN=bt,O=BT"), 1000, 25))
                .containsEntry("fujitsu", SupplierAccess.usual("fujitsu"));
        assertThat(access.of(Role.CONSUMER)).containsExactly("User:board", "User:press");
        assertThat(access.of(Role.OPERATOR)).isEmpty();
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("""
                        access:
                          suppliers:
                            bd: { principals: ["User:bd"] }
                            bt: { principals: ["User:*"], request-percentage: 0, bites: 1 }
                          consumer: ["board", "User:fujitsu"]
                        """))
                .isInstanceOf(ProgrammeFileException.class)
                .hasMessageContaining("access.suppliers.bd: no supplier \"bd\"; suppliers are bt, fujitsu")
                .hasMessageContaining("access.suppliers.bt.principals: \"User:*\" is nobody whom Kafka knows")
                .hasMessageContaining("access.suppliers.bt.request-percentage: expected a whole number from 1")
                .hasMessageContaining("access.suppliers.bt.bites: unknown key")
                .hasMessageContaining("access.consumer: \"board\" is nobody whom Kafka knows")
                .hasMessageContaining("access: \"User:fujitsu\" is both supplier fujitsu and consumer");
    }

    private Access read(String access) throws IOException {
        return ProgrammeFile.readWhole(Files.writeString(folder.resolve("programme.yaml"), PROGRAMME + access))
                .access();
    }
}
