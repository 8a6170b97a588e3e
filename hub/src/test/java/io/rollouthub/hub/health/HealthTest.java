package io.rollouthub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Scrape;
import java.lang.management.MemoryUsage;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What memory comes to, for whoever asks how a process is; {@code MonitoringTest} and {@code MetricsIT} have the rest. */
class HealthTest {
    private static final HttpSettings OPEN = HttpSettings.loopback(0);
    private static final long MAXIMUM = 1_000_000;

    @Test
    void aProcessWithLittleMemoryLeftDoesItsWorkAndSaysWhatToDo() throws Exception {
        JsonNode answer = ready(new MemoryUsage(0, 800_000, MAXIMUM, MAXIMUM));

        assertThat(answer.path("ready").asBoolean()).isTrue();
        assertThat(answer.path("degraded").asBoolean()).isTrue();
        assertThat(memory(answer).path("ok").asBoolean()).isFalse();
        assertThat(memory(answer).path("detail").asText()).startsWith("80 % of the heap is in use for good");
        assertThat(memory(answer).path("remedy").asText()).contains("state.stores=disk", "ROLLOUT_JAVA_OPTS=-Xmx");
    }

    @Test
    void oneWithMoreLeftIsNotDegraded() throws Exception {
        JsonNode answer = ready(new MemoryUsage(0, 799_999, MAXIMUM, MAXIMUM));

        assertThat(answer.path("degraded").asBoolean(true)).isFalse();
        assertThat(memory(answer).path("ok").asBoolean()).isTrue();
    }

    @Test
    void beforeTheFirstCollectionNothingIsSaidOfMemory() throws Exception {
        for (MemoryUsage nothing : new MemoryUsage[] {null, new MemoryUsage(0, 0, 0, MAXIMUM)}) {
            assertThat(new HeapUse(() -> nothing).ratio()).isNaN();
            assertThat(memory(ready(nothing)).path("ok").asBoolean()).isTrue();
        }
    }

    private static JsonNode memory(JsonNode answer) {
        assertThat(answer.path("checks").path(1).path("check").asText()).isEqualTo("memory");
        return answer.path("checks").path(1);
    }

    private static JsonNode ready(@Nullable MemoryUsage left) throws Exception {
        Health health = new Health(List.of(), new HeapUse(() -> left), () -> null, null);
        try (HttpServer server = HttpServer.start(OPEN, List.of(new Health.Paths(health, OPEN)))) {
            HttpResponse<String> answer = Scrape.get(server.address() + "health/ready");
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
