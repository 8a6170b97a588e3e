package io.rollouthub.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made, asked and worded once is not made, asked or worded a second time, in the sources of any module. */
class OneReadingSideTest {
    private static final Path ROOT = Path.of("..");
    private static final String READER = "reader/src/main/java/io/rollouthub/reader/";
    private static final String TOLD = "connectors/src/main/java/io/rollouthub/connect/told/";
    private static final String PRODUCERS = "producers/src/main/java/io/rollouthub/producer/";

    /**
     * A thing of which there is one.
     *
     * @param code what gives it away, a regular expression
     * @param places the files in which it may stand, and how often
     */
    private record Single(String thing, String code, Map<String, Integer> places) {
        @Override
        public String toString() {
            return thing;
        }
    }

    static Stream<Single> singles() {
        // A plug-in runs in whoever's Connect and brings schemas and registry client along, not the hub's reading side.
        String sinks = TOLD + "HubClients.java";
        String clients = READER + "KafkaClients.java";
        String connections = PRODUCERS + "Connections.java";
        return Stream.of(
                new Single("maker of consumers", "new KafkaConsumer\\b", Map.of(clients, 1, connections, 1, sinks, 1)),
                new Single("maker of producers", "new KafkaProducer\\b", Map.of(clients, 1, connections, 1, sinks, 1)),
                new Single("maker of admins", "\\b(Kafka)?Admin(Client)?\\.create\\(", Map.of(clients, 1, sinks, 1)),
                new Single("lister of topics", "\\.listTopics\\(", Map.of(clients, 1, TOLD + "ToldTopic.java", 1)),
                new Single(
                        "reader of groups' positions",
                        "\\.listConsumerGroupOffsets\\(",
                        Map.of(
                                READER + "Stage.java",
                                1,
                                TOLD + "LedgerProgress.java",
                                1,
                                // of the sinks' groups, before what they have read is deleted
                                "hub/src/main/java/io/rollouthub/hub/journal/HandedOn.java",
                                1)),
                new Single(
                        "reader of ends",
                        "\\.listOffsets\\(",
                        Map.of(READER + "Positions.java", 1, TOLD + "LedgerProgress.java", 1)),
                new Single(
                        "thread that follows topics",
                        "new ReaderThread\\(",
                        Map.of(
                                READER + "Follower.java",
                                1,
                                // asks for positions and reads none
                                "console/src/main/java/io/rollouthub/console/live/Observer.java",
                                1)),
                new Single(
                        "wait for a verdict",
                        "new Outstanding\\(|rigin\\(?\\)?\\.equals\\(",
                        Map.of(PRODUCERS + "SupplierClient.java", 1, PRODUCERS + "Redelivery.java", 1)),
                new Single("judge of who has finished", "\\.unread\\(", Map.of(READER + "Lag.java", 1)),
                new Single("age of the clock in words", "\" min\"", Map.of(READER + "HubClock.java", 2)),
                new Single("clock of a tick", "new HubClock\\(", Map.of(READER + "HubClock.java", 1)));
    }

    @ParameterizedTest
    @MethodSource("singles")
    void thereIsOne(Single single) throws IOException {
        Pattern code = Pattern.compile(single.code());
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .forEach(sources -> count(sources, code, found));
        }
        assertThat(found).as(single.thing() + ", found as " + single.code()).isEqualTo(single.places());
    }

    private static void count(Path sources, Pattern code, Map<String, Integer> found) {
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                int times = (int) code.matcher(read(file)).results().count();
                if (times > 0) {
                    found.put(ROOT.relativize(file).toString().replace('\\', '/'), times);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
