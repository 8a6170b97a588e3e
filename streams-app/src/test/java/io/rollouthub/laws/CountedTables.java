package io.rollouthub.laws;

import io.rollouthub.domain.ledger.DerivedTables;
import io.rollouthub.domain.ledger.Timers;
import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Tables in memory that count by table how many entries are read, sought or written. */
final class CountedTables {
    private final Map<String, Integer> counts = new TreeMap<>();
    final Tables tables = new Tables(
            counted("programme"),
            counted("tick"),
            counted("clusters"),
            counted("reports"),
            counted("openers"),
            counted("alerts"),
            counted("cuts"),
            counted("forecasts"));
    final DerivedTables memory = new DerivedTables(counted("milestones"), counted("index"), new Timers());

    /** The counts since the last call. */
    Map<String, Integer> taken() {
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    private <V> Table<V> counted(String name) {
        return new Counted<>(name);
    }

    private final class Counted<V> implements Table<V> {
        private final String name;
        private final Table<V> table = new MemoryTable<>();

        Counted(String name) {
            this.name = name;
        }

        private void count(String what, int by) {
            counts.merge(name + " " + what, by, Integer::sum);
        }

        @Override
        public @Nullable V get(String key) {
            count("got", 1);
            return table.get(key);
        }

        @Override
        public void put(String key, V value) {
            count("written", 1);
            table.put(key, value);
        }

        @Override
        public void remove(String key) {
            count("written", 1);
            table.remove(key);
        }

        @Override
        public List<Entry<String, V>> range(String from, String to, int most) {
            List<Entry<String, V>> found = table.range(from, to, most);
            count("ranges", 1);
            count("found", found.size());
            return found;
        }

        @Override
        public void each(BiConsumer<String, V> to) {
            count("ranges", 1);
            table.each((key, value) -> {
                count("found", 1);
                to.accept(key, value);
            });
        }
    }
}
