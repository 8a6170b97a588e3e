package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.worker.ConnectRest.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private static final String TRACE = """
            org.apache.kafka.connect.errors.ConnectException: Exiting due to unrecoverable exception.
            \tat a.B.c(B.java:1)
            Caused by: org.apache.kafka.connect.errors.ConnectException: JDBC sink failed
            \tat a.B.c(B.java:2)
            Caused by: org.postgresql.util.PSQLException: The server refuses us: no such user
            \t... 3 more
            """;

    private final List<String> said = new ArrayList<>();
    private final List<Long> restarts = new ArrayList<>();
    private long now;
    private final Supervisor supervisor = new Supervisor(part -> restarts.add(now), said::add);

    @Test
    void whatFailsIsStartedAgainLaterAndLater() {
        for (now = 0; now < 600; now++) {
            look("FAILED");
        }

        assertThat(restarts.subList(0, 4)).containsExactly(1L, 6L, 13L, 24L);
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < restarts.size(); i++) {
            gaps.add(restarts.get(i) - restarts.get(i - 1));
        }
        assertThat(gaps).isSorted().allMatch(gap -> gap <= 63);
        assertThat(said.get(0))
                .isEqualTo("Connector pg, task 0 has failed: The server refuses us: no such user."
                        + " It is started again in 1 s.");
        assertThat(said.get(1)).endsWith(" It is started again in 2 s.");
        assertThat(said).hasSize(restarts.size() + 1);
    }

    @Test
    void whatRunsAgainIsToldOnceAndIsWellAfterAWhile() {
        look("FAILED");
        now = 1;
        look("FAILED");
        for (now = 2; now < 200; now++) {
            look("RUNNING");
        }
        look("FAILED");

        assertThat(restarts).containsExactly(1L);
        assertThat(said)
                .hasSize(3)
                .contains("Connector pg, task 0 runs again.")
                .last()
                .asString()
                .endsWith(" It is started again in 1 s.");
    }

    @Test
    void whatFailsSoonAgainIsGivenMoreTime() {
        look("FAILED");
        now = 1;
        look("FAILED");
        now = 2;
        look("RUNNING");
        now = 3;
        look("FAILED");

        assertThat(said).last().asString().endsWith(" It is started again in 2 s.");
    }

    @Test
    void aConnectorThatIsGoneIsForgotten() {
        look("FAILED");
        supervisor.look(List.of(), Instant.EPOCH);
        now = 100;
        look("RUNNING");

        assertThat(restarts).isEmpty();
        assertThat(said).hasSize(1);
    }

    private void look(String state) {
        supervisor.look(
                List.of(
                        new Part("pg", null, "RUNNING", ""),
                        new Part("pg", 0, state, state.equals("FAILED") ? TRACE : "")),
                Instant.ofEpochSecond(now));
    }
}
