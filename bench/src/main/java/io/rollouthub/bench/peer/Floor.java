package io.rollouthub.bench.peer;

import io.rollouthub.bench.contender.PeerArguments;
import io.rollouthub.bench.contender.PeerContender;
import io.rollouthub.bench.contender.PeerContender.Jvm;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that a topology with state can do: counts the reports of each cluster, in a store in memory with a changelog, and
 * writes the count at each report. One hop, exactly once, nothing decoded.
 */
public final class Floor {
    private static final String GROUP = "bench-floor";
    private static final String COUNTS = GROUP + "-counts";

    private Floor() {}

    public static PeerContender contender() {
        return new PeerContender("floor", Floor.class.getName(), GROUP, Jvm.AS_THE_HUB);
    }

    public static void main(String[] args) throws InterruptedException {
        PeerArguments arguments = PeerArguments.of(args);
        PeerStreams streams = new PeerStreams(GROUP, arguments);
        StreamsBuilder builder = new StreamsBuilder(streams.topologyConfig());
        builder.stream(
                        arguments.topics(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-reports"))
                .groupByKey(Grouped.with("by-cluster", Serdes.String(), Serdes.ByteArray()))
                .count(
                        Named.as("count-reports"),
                        Materialized.<String, Long>as(Stores.inMemoryKeyValueStore("counts-by-cluster"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()))
                .toStream(Named.as("tell-counts"))
                .to(COUNTS, Produced.with(Serdes.String(), Serdes.Long()).withName("write-counts"));
        streams.run(builder.build(), COUNTS);
    }
}
