package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.testkit.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** The shape of both topologies, as Kafka Streams sees it. */
class TopologyDescriptionTest extends TopologyFixture {
    private static final Path FOLDER = Path.of("src", "test", "resources", "topology");
    private static final Golden GOLDEN = new Golden(
            TopologyDescriptionTest.class,
            "Names of state stores are names of changelog topics, and the numbers of sub-topologies are in the names of"
                    + " tasks: an application that runs already finds its state again only under the old ones. Where one"
                    + " changes, the ledger must be reset and read the journal again; say so in the release notes.");

    private final HubTopology hub = new HubTopology(registry, FlowListener.NONE);
    private final Topology gate = hub.gate(Surroundings.of(Arrival.BROKER_TIME, () -> LiveClock.STOPPED));
    private final Topology ledger = hub.ledger(KeptIn.MEMORY, Budget::unlimited, JournalKnowledge.NOTHING);

    @Test
    void theGateIsTheOneWeKnow() {
        GOLDEN.assertSame(FOLDER.resolve("gate.txt"), described(gate));
    }

    @Test
    void theLedgerIsTheOneWeKnow() {
        GOLDEN.assertSame(FOLDER.resolve("ledger.txt"), described(ledger));
    }

    @Test
    void aReplaysGateHasTheSameShape() {
        assertThat(described(hub.gate(Surroundings.of(Arrival.REPLAY_HEADER, () -> LiveClock.STOPPED))))
                .isEqualTo(described(gate));
    }

    @Test
    void everyNameIsGivenByUsAndNoneByKafkaStreams() {
        for (Topology topology : List.of(gate, ledger)) {
            assertThat(described(topology)).doesNotContain("KSTREAM-", "KTABLE-", "STATE-STORE-", "PROCESSOR-0");
        }
    }

    /** The description without the identities of objects, stores in order of their names. */
    private static String described(Topology topology) {
        String text = topology.describe()
                .toString()
                .replaceAll("\\$\\$Lambda[^)]*", "\\$\\$Lambda")
                .replaceAll("@[0-9a-f]+\\)", ")");
        return Pattern.compile("(?<=stores: \\[)[^]]*")
                .matcher(text)
                .replaceAll(stores ->
                        Arrays.stream(stores.group().split(", ")).sorted().collect(Collectors.joining(", ")));
    }
}
