package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.state.Seal;
import io.rollouthub.testkit.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each commit seals what the ledger keeps; what was lost since is seen. */
class SealTest extends TopologyFixture {
    private static final String APPLICATION = "seal-test";
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** By store, what a restore would bring. */
    private final Map<String, Map<Bytes, byte[]>> logged = new TreeMap<>();

    private @Nullable Seal seal;

    @Test
    void aSealIsTheSumOfWhatARestoreWouldBringInMemory(@Seed long seed) {
        sealFits(seed, KeptIn.MEMORY, Budget::unlimited);
    }

    @Test
    void aSealIsTheSumOfWhatARestoreWouldBringOnDiskAndBetweenSlices(@Seed long seed) {
        sealFits(seed, KeptIn.DISK, () -> Budget.of(3));
    }

    private void sealFits(long seed, KeptIn kept, Supplier<Budget> slices) {
        List<JournalEntry> journal = Programmes.random(seed).entries();
        TopologyTestDriver driver = driver(kept, slices);
        LedgerDriver ledger = new LedgerDriver(driver, registry);
        for (JournalEntry entry : journal) {
            ledger.append(JournalRoute.keyOf(entry), entry);
            ledger.pass(MOMENT);
            takeLogged(driver);
            assertThat(sealed().getSums()).as("seed %d", seed).isEqualTo(sumsOfLogged());
        }
        while (sealed().getPosition() < journal.size()) {
            ledger.pass(MOMENT);
            takeLogged(driver);
        }
        assertThat(sealed().getSums()).as("seed %d", seed).isEqualTo(sumsOfLogged());
        assertThat(sealed()).returns((long) journal.size(), Seal::getEntries);
        sealed().getSums().forEach((store, sum) -> assertThat(
                        SummedStore.within(driver.getKeyValueStore(store)).add())
                .as(store)
                .isEqualTo(sum));
        whatIsLostIsSeen();
    }

    private void whatIsLostIsSeen() {
        Seal before = sealed();
        assertThat(Seals.compare(0, before, sumsOfLogged(), () -> true)).isNull();
        assertThat(Seals.compare(0, null, Map.of(), () -> false)).isNull();
        assertThat(Seals.compare(0, null, Map.of(), () -> true))
                .hasMessageContaining("there is none, though the ledger has read some of the journal");
        assertThat(Seals.compare(0, null, sumsOfLogged(), () -> false)).isNotNull();
        logged.forEach((store, rows) -> rows.keySet().stream().toList().forEach(key -> {
            byte[] lost = rows.remove(key);
            assertThat(Seals.compare(0, before, sumsOfLogged(), () -> true))
                    .hasMessageContaining("what is kept in " + store + " is not what was sealed")
                    .hasMessageContaining("run 'rollout reset'");
            rows.put(key, lost);
        }));
    }

    @Test
    void aJournalThatEndsBeforeWhatIsAppliedIsSeen() {
        Seal at = new Seal(17L, 15L, LedgerVersion.CURRENT, Map.of());
        assertThat(Seals.compare(3, at, 17)).isNull();
        assertThat(Seals.compare(3, at, 16))
                .hasMessageContaining(
                        "Partition 3 of the journal is not what the ledger has read: all before offset 17 is applied, and"
                                + " it ends at offset 16");
    }

    private TopologyTestDriver driver(KeptIn kept, Supplier<Budget> slices) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return driver(
                new HubTopology(registry, FlowListener.NONE).ledger(kept, slices, JournalKnowledge.NOTHING),
                properties);
    }

    private void takeLogged(TopologyTestDriver driver) {
        for (String store : LedgerStores.sealed()) {
            Map<Bytes, byte[]> rows = logged.computeIfAbsent(store, name -> new HashMap<>());
            driver.createOutputTopic(changelog(store), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> {
                        if (record.value() == null) {
                            rows.remove(Bytes.wrap(record.key()));
                        } else {
                            rows.put(Bytes.wrap(record.key()), record.value());
                        }
                    });
        }
        driver.createOutputTopic(
                        changelog(Seals.STORE.name()),
                        new ByteArrayDeserializer(),
                        AvroSerde.deserializer(Seals.STORE, registry))
                .readRecordsToList()
                .forEach(record -> seal = record.value());
    }

    private static String changelog(String store) {
        return APPLICATION + "-" + store + "-changelog";
    }

    private Seal sealed() {
        return Objects.requireNonNull(seal);
    }

    private Map<String, Long> sumsOfLogged() {
        Map<String, Long> sums = new HashMap<>();
        logged.forEach((store, rows) -> sums.put(
                store,
                rows.entrySet().stream()
                        .mapToLong(row -> RowHash.of(row.getKey().get(), row.getValue()))
                        .sum()));
        return sums;
    }
}
