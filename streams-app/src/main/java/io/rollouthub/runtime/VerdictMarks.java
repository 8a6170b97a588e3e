package io.rollouthub.runtime;

import io.rollouthub.output.VerdictsTold;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.HashMap;
import java.util.Map;

/** Up to where in each partition of the journal suppliers have been told what became of their records. */
public record VerdictMarks(Map<String, Object> client, SchemaRegistry registry) {
    /** By partition, the offset behind the last entry whose verdict was told; a partition of which nothing is known is left out. */
    public Map<Integer, Long> read() {
        Map<Integer, Long> marks = new HashMap<>();
        LatestValues.of(Topics.VERDICTS_TOLD, client, registry)
                .values()
                .forEach(mark -> marks.put(mark.getPartition(), mark.getPosition()));
        return marks;
    }

    /** Takes all before these offsets for told. */
    public void write(Map<Integer, Long> positions) {
        positions.forEach((partition, position) -> new KeptValue<>(
                        Topics.VERDICTS_TOLD, Integer.toString(partition), new VerdictsTold(partition, position))
                .write(client, registry));
    }
}
