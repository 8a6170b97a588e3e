package io.rollouthub.producer;

import static io.rollouthub.producer.FakeHub.origin;
import static io.rollouthub.producer.Futures.result;
import static io.rollouthub.testkit.Npfit.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rollouthub.producer.Outstanding.Letter;
import io.rollouthub.producer.Outstanding.Stamp;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRegistryThatIsDownForAWhileCostsNoVerdict() throws IOException, InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, asked.incrementAndGet() > 1 ? 200 : 503));
        server.start();
        FakeHub hub = new FakeHub();
        SchemaRegistry registry =
                SchemaRegistry.at("http://localhost:" + server.getAddress().getPort(), Map.of());
        Callbacks callbacks = new Callbacks();
        Outstanding outstanding = new Outstanding(1, PATIENCE, System::nanoTime, callbacks);
        HubAnswers answers = new HubAnswers(registry, outstanding, Prefix.own());
        AnswerReader reader = new AnswerReader(hub.consumer, answers, outstanding, PATIENCE);
        reader.join(FakeHub.VERDICTS);
        reader.start();

        Letter letter = outstanding.admit("e-1");
        outstanding.acknowledge(letter, new Stamp(origin(0), 0));
        hub.accept(
                0,
                Reports.on("south")
                        .release("millennium", "R0")
                        .planned("e-1", NOW, LocalDate.of(2006, 7, 29))
                        .by("fujitsu"));

        assertThat(result(letter.verdict())).isEqualTo(new Verdict.Accepted(NOW, origin(0)));
        assertThat(asked).hasValue(2);
        reader.stop();
        callbacks.close(PATIENCE);
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = new ObjectMapper()
                .writeValueAsBytes(
                        Map.of("schema", SupplierTopics.VERDICTS.schema().toString()));
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
