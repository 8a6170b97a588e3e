package io.rollouthub.connect.csv;

import io.rollouthub.connect.HubPrefix;
import io.rollouthub.connect.Plugin;
import io.rollouthub.connect.converter.ConnectData;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.SupplierNames;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Hands the events of a {@link CsvFeed} to Connect. */
public final class CsvSourceTask extends SourceTask {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ConnectData data = new ConnectData();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private String topic = "";
    private Duration pollInterval = RETRY;
    private @Nullable CsvFeed feed;

    @Override
    public String version() {
        return Plugin.VERSION;
    }

    @Override
    public void start(Map<String, String> settings) {
        CsvSourceConfig config = new CsvSourceConfig(settings);
        Mapping mapping = config.mapping(InstantSource.system());
        topic = new SupplierNames(HubPrefix.of(settings)).in(mapping.supplier());
        pollInterval = config.pollInterval();
        feed = new CsvFeed(
                config.folder(), mapping, asked -> context.offsetStorageReader().offsets(asked), config.batchRows());
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        List<Outgoing> outgoing;
        try {
            outgoing = Objects.requireNonNull(feed, "the task is not started").next();
        } catch (IOException e) {
            stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
            throw new RetriableException("the folder cannot be read or written: " + e, e);
        }
        if (outgoing.isEmpty()) {
            stopped.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        }
        return outgoing.stream().map(this::record).toList();
    }

    private SourceRecord record(Outgoing outgoing) {
        SchemaAndValue value = data.of((SpecificRecordBase) outgoing.event());
        return new SourceRecord(
                outgoing.partition(),
                outgoing.offset(),
                topic,
                null,
                Schema.STRING_SCHEMA,
                ReportedEvent.of(outgoing.event()).cluster(),
                value.schema(),
                value.value());
    }

    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        if (feed != null) {
            feed.arrived();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
