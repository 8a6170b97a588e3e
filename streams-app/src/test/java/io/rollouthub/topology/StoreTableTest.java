package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.domain.store.Table;
import io.rollouthub.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;

/** The ledger's own stores, as Kafka Streams sets them up for it. */
class StoreTableTest extends TableContract {
    private final List<TopologyTestDriver> drivers = new ArrayList<>();

    @Override
    Table<String> table() {
        TopologyTestDriver driver = new TopologyTestDriver(new HubTopology(SchemaRegistry.inMemory(), FlowListener.NONE)
                .ledger(KeptIn.MEMORY, Budget::unlimited, JournalKnowledge.NOTHING));
        drivers.add(driver);
        KeyValueStore<String, String> store = driver.getKeyValueStore("tick-by-key");
        return new StoreTable<>(store);
    }

    @AfterEach
    void closeDrivers() {
        drivers.forEach(TopologyTestDriver::close);
    }
}
