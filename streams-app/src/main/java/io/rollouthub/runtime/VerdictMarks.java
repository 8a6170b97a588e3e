package io.rollouthub.runtime;

import io.rollouthub.output.VerdictsTold;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.HashMap;
import java.util.Map;

/**
 * Up to where in each partition of the journal suppliers have been told what became of their records; and up to where none
 * was told by this hub, as its entries were imported, which never moves.
 */
public record VerdictMarks(Map<String, Object> client, SchemaRegistry registry) {
    private static final String IMPORTED = "imported/";

    /** By partition, the offset behind the last entry whose verdict was told; a partition of which nothing is known is left out. */
    public Map<Integer, Long> read() {
        return read("");
    }

    /** By partition, the offset behind the last entry that was imported; a partition into which none was is left out. */
    public Map<Integer, Long> imported() {
        return read(IMPORTED);
    }

    private Map<Integer, Long> read(String kind) {
        Map<Integer, Long> marks = new HashMap<>();
        LatestValues.ifThere(Topics.VERDICTS_TOLD, client, registry).forEach((key, mark) -> {
            if (key.equals(kind + mark.getPartition())) {
                marks.put(mark.getPartition(), mark.getPosition());
            }
        });
        return marks;
    }

    /** Takes all before these offsets for told. */
    public void write(Map<Integer, Long> positions) {
        write("", positions);
    }

    /** The same, as it was imported. */
    public void writeImported(Map<Integer, Long> positions) {
        write(IMPORTED, positions);
        write(positions);
    }

    private void write(String kind, Map<Integer, Long> positions) {
        Map<String, VerdictsTold> marks = new HashMap<>();
        positions.forEach((partition, position) -> marks.put(kind + partition, new VerdictsTold(partition, position)));
        KeptValue.writeAll(Topics.VERDICTS_TOLD, marks, client, registry);
    }
}
