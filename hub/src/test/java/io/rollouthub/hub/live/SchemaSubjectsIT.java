package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.check.Reason;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topology.FlowListener;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Schemas that suppliers have registered themselves: each is good for the topics under whose subjects it stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaSubjectsIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");
    private static final String RECORD = "io.rollouthub.event.GoLiveEvent";
    private static final String OF_BT = SupplierTopics.subject(SupplierTopics.in("bt"), RECORD);
    private static final String OF_FUJITSU = SupplierTopics.subject(SupplierTopics.in("fujitsu"), RECORD);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final HubSettings settings = Settings.read(null, Map.of(), Map.of()).streams(connection);
    private final TestSupplier bt = new TestSupplier(connection, "bt");

    @SuppressWarnings("NullAway.Init")
    private HubStreams streams;

    @BeforeAll
    void start() {
        new Provisioning(settings, connection.registry()).apply(ProgrammeFile.read(PROGRAMME));
        streams = HubStreams.start(settings, connection.registry(), FlowListener.NONE);
        await().atMost(PATIENCE).until(streams::isRunning);
    }

    @AfterAll
    void stop() {
        bt.close();
        streams.close();
        hub.close();
    }

    @Test
    void aSchemaUnderASubjectOfTheTopicIsGood() throws Exception {
        send("own", OF_BT);
        send("by-topic", SupplierTopics.in("bt") + "-value");
        send("by-record", RECORD);

        await().atMost(PATIENCE).until(() -> accepted().containsAll(List.of("own", "by-topic", "by-record")));
    }

    @Test
    void aSchemaOfAnotherSuppliersOrOfNoTopicIsRefused() throws Exception {
        send("others", OF_FUJITSU);
        send("nobodys", "experiments");
        send("last", OF_BT);

        await().atMost(PATIENCE).until(() -> accepted().contains("last"));
        assertThat(accepted()).doesNotContain("others", "nobodys");
        assertThat(refusals())
                .filteredOn(one -> one.contains("under no subject of this topic"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(one -> assertThat(one).contains(OF_BT, "rollout.in.bt-value"));
    }

    @Test
    void aSchemaThatIsRegisteredForTheTopicAMomentAfterItWasRefusedIsGoodAtOnce() throws Exception {
        byte[] bytes = send("early", OF_FUJITSU);
        await().atMost(PATIENCE).until(() -> refusals().stream()
                .anyMatch(one -> one.contains("schema " + ByteBuffer.wrap(bytes).getInt(1) + " under no subject")));

        connection.registry().register(OF_BT, schema("early"));
        bt.sendRaw("london", bytes).get(60, TimeUnit.SECONDS);

        await().atMost(PATIENCE).until(() -> accepted().contains("early"));
    }

    @Test
    void doctorSaysThatItIsLookedAt() {
        assertThat(Cli.on(connection, "doctor").out())
                .contains("ok     subjects: a supplier's record needs a schema under a subject of its topic");
    }

    /** A report on a site, with a schema of its own that stands under one subject. */
    private byte[] send(String site, String subject) throws Exception {
        SpecificRecord event = Reports.on("london")
                .goLive(site, "p", "r")
                .planned(site, Instant.now().truncatedTo(ChronoUnit.MILLIS), LocalDate.of(2030, 1, 1))
                .by("bt");
        byte[] bytes = new AvroWriter(connection.registry()).write(OF_BT, event);
        ByteBuffer.wrap(bytes).putInt(1, connection.registry().register(subject, schema(site)));
        bt.sendRaw("london", bytes).get(60, TimeUnit.SECONDS);
        return bytes;
    }

    /** The event's schema with a property that tells it from any other. */
    private static String schema(String mark) {
        return GoLiveEvent.getClassSchema().toString().replaceFirst("\\{", "{\"mark\":\"" + mark + "\",");
    }

    /** The sites of accepted reports. */
    private List<String> accepted() {
        List<String> sites = new ArrayList<>();
        new HubReader(connection).journal((partition, entry) -> {
            if (entry.getEntry() instanceof GoLiveEvent event) {
                sites.add(event.getSite());
            }
        });
        return sites;
    }

    private List<String> refusals() {
        List<Rejected> rejected = new ArrayList<>();
        new HubReader(connection).rejected(rejected::add);
        return rejected.stream()
                .map(one -> one.why().refusal())
                .filter(refusal -> refusal.reason() == Reason.UNDECODABLE)
                .map(refusal -> refusal.detail())
                .toList();
    }
}
