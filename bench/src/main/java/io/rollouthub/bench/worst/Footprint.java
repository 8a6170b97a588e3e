package io.rollouthub.bench.worst;

import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the hub is by now, in bytes.
 *
 * @param heap what is in use behind a collection
 * @param resident what the process has of the machine's memory
 * @param topics on the broker's disk, by what they are
 */
public record Footprint(long heap, long resident, Map<Kind, Long> topics) {
    private static final Pattern USED = Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K");

    /** What topics hold. */
    public enum Kind {
        REPORTS,
        JOURNAL,
        STATE,
        RESULTS;

        private static Kind of(String topic) {
            if (SupplierTopics.ALL_IN.matcher(topic).matches()) {
                return REPORTS;
            }
            if (topic.equals(Topics.JOURNAL.name())) {
                return JOURNAL;
            }
            return topic.endsWith("-changelog") ? STATE : RESULTS;
        }
    }

    /** Collects what is no longer needed, and looks. */
    public static Footprint of(Turn turn, Running running) {
        String pid = Long.toString(running.child().process().pid());
        jcmd(pid, "GC.run");
        return new Footprint(heapIn(jcmd(pid, "GC.heap_info")), running.residentBytes(), topics(turn));
    }

    /** What all generations use. */
    static long heapIn(String printed) {
        long kibibytes = 0;
        Matcher used = USED.matcher(printed);
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes << 10;
    }

    private static Map<Kind, Long> topics(Turn turn) {
        Map<Kind, Long> bytes = new HashMap<>();
        KafkaCalls.await(
                        "tell how much is on its disk",
                        turn.ground().admin().describeLogDirs(List.of(1)).allDescriptions())
                .values()
                .forEach(dirs -> dirs.values().forEach(dir -> dir.replicaInfos()
                        .forEach((partition, replica) ->
                                bytes.merge(Kind.of(partition.topic()), replica.size(), Long::sum))));
        return bytes;
    }

    private static String jcmd(String pid, String command) {
        try {
            Path java = Path.of(ProcessHandle.current().info().command().orElse("java"));
            Process process = new ProcessBuilder(java.resolveSibling("jcmd").toString(), pid, command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no program 'jcmd', which a JDK has", e);
        }
    }
}
