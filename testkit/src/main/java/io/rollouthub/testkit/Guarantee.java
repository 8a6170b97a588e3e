package io.rollouthub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the hub promises whatever happens to it half-way: kills, restarts, instances that come and go. */
public enum Guarantee {
    /** Everything that was sent is in the journal or among the rejected records, and there once. */
    EXACTLY_ONCE {
        @Override
        void check(Run run) {
            assertThat(run.judged().sorted().toList())
                    .isEqualTo(run.sent().stream().sorted().toList());
        }
    },

    /** Every transition that had to be told was told. */
    NO_LOST_ALERT {
        @Override
        void check(Run run) {
            Set<AlertTransition> told = new HashSet<>(run.told());
            assertThat(run.expected()).allSatisfy(transition -> assertThat(told.contains(transition))
                    .as("%s is told", transition)
                    .isTrue());
        }
    },

    /** No transition is told that need not be, none twice, and no alert opens or ends that has just done so. */
    NO_DOUBLE_ALERT {
        @Override
        void check(Run run) {
            Set<AlertTransition> untold = new HashSet<>(run.expected());
            Map<String, AlertTransition> last = new HashMap<>();
            for (AlertTransition next : run.told()) {
                assertThat(untold.remove(next)).as("%s is new", next).isTrue();
                AlertTransition before = last.put(next.getAlertId(), next);
                boolean open = before != null && before.getState() == AlertState.OPEN;
                int episode = before == null ? 0 : before.getEpisode();
                boolean opensAnew = next.getState() == AlertState.OPEN && !open;
                assertThat(next.getEpisode()).as("episode of %s", next).isEqualTo(opensAnew ? episode + 1 : episode);
                assertThat(opensAnew || open).as("%s was open", next).isTrue();
            }
        }
    },

    /** Entries of one origin, ticks and transitions stand in the order in which they were made, cluster by cluster. */
    ORDER_PER_CLUSTER {
        @Override
        void check(Run run) {
            run.journal().forEach((partition, entries) -> {
                assertThat(Run.ticks(entries))
                        .as("ticks of partition %d", partition)
                        .isSorted()
                        .doesNotHaveDuplicates();
                offsets(entries).forEach((origin, offsets) -> assertThat(offsets)
                        .as("reports of %s in partition %d", origin, partition)
                        .isSorted());
            });
            assertThat(byCluster(run.told())).isEqualTo(byCluster(run.expected()));
        }
    };

    /** Holds a run to it. */
    abstract void check(Run run);

    /** Holds a run to all of them. */
    public static void checkAll(Run run) {
        for (Guarantee guarantee : values()) {
            guarantee.check(run);
        }
    }

    private static Map<String, List<Long>> offsets(List<JournalEntry> entries) {
        return Run.reports(entries)
                .map(ReportEntry::origin)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(
                        origin -> origin.getTopic() + "/" + origin.getPartition(),
                        Collectors.mapping(Origin::getOffset, Collectors.toList())));
    }

    private static Map<String, List<AlertTransition>> byCluster(List<AlertTransition> transitions) {
        return transitions.stream()
                .collect(Collectors.groupingBy(AlertTransition::getCluster, TreeMap::new, Collectors.toList()));
    }
}
