package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.hub.worker.ConnectRest.Part;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.testkit.NeedsProgram;
import io.rollouthub.testkit.Program;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub's results in a real PostgreSQL: whole, once, and kept up to date while the database comes and goes. */
@ExtendWith(ConnectExtension.class)
@NeedsProgram(Program.POSTGRESQL)
final class PostgresIT {
    private static final String CLUSTER = "sql";
    private static final Instant REPORTED = Instant.parse("2026-01-05T09:00:00.123Z");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    /** The connector tries for two minutes, then its supervisor starts it again. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path VIEWS = Path.of("../connectors/sql/views.sql").toAbsolutePath();

    /** Those of release 0.1.0, which showed sums that were columns. */
    private static final Path RELEASED_VIEWS =
            Path.of("src/test/resources/sql/views-0.1.0.sql").toAbsolutePath();

    private static final List<String> CONNECTORS = List.of("postgresql", "postgresql-transitions");

    private static final Map<String, Topic<?>> TABLES = Map.of(
            "alerts", Topics.ALERTS,
            "milestones", Topics.MILESTONES,
            "plan_revisions", Topics.PLAN_REVISIONS,
            "delivery_rates", Topics.DELIVERY_RATES,
            "supplier_status", Topics.SUPPLIER_STATUS,
            "contracts", Topics.CONTRACTS);

    private final RunningConnect hub;

    /** As in {@code rollout connect}: a task that starts while the database is away fails. */
    private final Supervisor supervisor;

    @SuppressWarnings("NullAway.Init")
    private Postgres database;

    PostgresIT(RunningConnect hub) {
        this.hub = hub;
        this.supervisor = new Supervisor(hub.rest()::restart, System.out::println);
    }

    @BeforeEach
    void connect() throws IOException {
        database = Postgres.start();
    }

    @AfterEach
    void stop(TestReporter reporter) throws IOException {
        hub.rest().parts().stream()
                .filter(part -> !part.isRunning())
                .forEach(part -> reporter.publishEntry("not running", part.name() + " " + part.trace()));
        hub.rest().parts().stream()
                .map(Part::connector)
                .distinct()
                .filter(CONNECTORS::contains)
                .forEach(hub.rest()::delete);
        database.close();
    }

    @Test
    void theBurnUpOfAnEmptyDatabaseAddsUpTheMonthsOfEachCluster() {
        database.run(VIEWS);
        database.query("insert into delivery_rates (key, cluster, month, supplier, go_lives, planned, due) values"
                + " ('n/2026-01', 'n', '2026-01', null, 1, 10, 100), ('n/2026-02', 'n', '2026-02', null, 2, 0, 0),"
                + " ('n/2026-02/supplier/s', 'n', '2026-02', 's', 2, null, null),"
                + " ('s/2026-02', 's', '2026-02', null, 4, 40, 400), ('n/2027-01', 'n', '2027-01', null, 0, 20, 200)");
        database.run(VIEWS);

        assertThat(database.query("select * from burn_up"))
                .containsExactly(
                        "n|2026-01|1|1|10|100", "n|2026-02|2|3|10|100", "n|2027-01|0|3|30|300", "s|2026-02|4|4|40|400");
    }

    /** Rows that are current once more when the hub's results are worked out anew. */
    private void fillAsReleased() {
        database.run(RELEASED_VIEWS);
        database.query(
                "insert into delivery_rates values"
                        + " ('sql/2026-01', 'sql', '2026-01', null, null, null, 2, 2, 1, 1, 1, 1),"
                        + " ('sql/2026-02', 'sql', '2026-02', null, null, null, 1, 3, 0, 1, 1, 2),"
                        + " ('sql/2026-02/supplier/acme', 'sql', '2026-02', 'acme', null, null, 1, null, null, null, null, null)");
        List<String> before = database.query("select * from burn_up");
        database.run(VIEWS);
        assertThat(database.query("select * from burn_up")).isEqualTo(before).hasSize(2);
        database.query("delete from delivery_rates where supplier = 'acme'");
    }

    @Test
    void whatTheHubSaysIsInTheTablesAlsoWhenTheDatabaseWasAwayMeanwhile() throws Exception {
        fillAsReleased();
        CONNECTORS.forEach(name -> hub.run(name, hub.ready(name, database.environment())));

        hub.report(pledge());
        hub.report(site("acme", "s1", GoLiveStatus.PLANNED, JANUARY, null));
        hub.report(site("bolt", "s2", GoLiveStatus.PLANNED, JANUARY, null));
        hub.report(contract());
        awaitTables();
        assertThat(database.query("select cluster, kind, summary from open_alerts where kind = 'MILESTONE_MISSED'"
                        + " and subject = 'pledge'"))
                .singleElement()
                .asString()
                .startsWith("sql|MILESTONE_MISSED|Two sites in January");

        database.down();
        hub.report(site("acme", "s1", GoLiveStatus.LIVE, JANUARY, null));
        hub.report(site("bolt", "s2", GoLiveStatus.LIVE, JANUARY.minusDays(3), null));
        // It was never planned after all: its milestone ceases to exist.
        hub.report(site("acme", "s3", GoLiveStatus.PLANNED, JANUARY, null));
        hub.report(site("acme", "s3", GoLiveStatus.LIVE, JANUARY, "s3-PLANNED"));
        await("the hub's answer").atMost(PATIENCE).until(() -> current(Topics.ALERTS).values().stream()
                .noneMatch(alert -> alert.getCluster().equals(CLUSTER)
                        && alert.getState().name().equals("OPEN")));
        database.up();

        awaitTables();
        assertThat(database.query("select count(*) from open_alerts where cluster = 'sql'"))
                .containsExactly("0");
        assertThat(database.query(
                        "select live, baseline, plan from burn_up where cluster = 'sql' and month < '2026-03'"))
                .containsExactly("3|2|2", "3|2|2");
        assertThat(database.query("select supplier, hit_rate from supplier_league where supplier in ('acme', 'bolt')"))
                .contains("bolt|1.000");

        newFieldAndDelete();
    }

    /** A record of a later version, whose schema has one more optional field; then its tombstone. */
    private void newFieldAndDelete() throws Exception {
        Schema newer = withNote(Topics.CONTRACTS.schema());
        int id = hub.connection().registry().register(Topics.CONTRACTS.subject(), newer.toString());
        GenericRecord record = new GenericData.Record(newer);
        Map.of("cluster", "sql", "contract", "k2", "buyer", "b", "provider", "p", "supplier", "acme", "note", "new")
                .forEach(record::put);
        record.put("stage", new GenericData.EnumSymbol(newer.getField("stage").schema(), "SIGNED"));
        record.put("reportedAt", REPORTED.toEpochMilli());
        hub.send(Topics.CONTRACTS.name(), "sql/k2", bytes(id, record));
        await("the new column").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.query("select key, note from contracts order by key"))
                .containsExactly("sql/k1|", "sql/k2|new"));

        hub.send(Topics.CONTRACTS.name(), "sql/k2", null);
        await("the deletion").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.query("select key from contracts"))
                .containsExactly("sql/k1"));
    }

    /** Waits until every table holds what its topic holds, column for column. */
    private void awaitTables() {
        await("the same in tables and topics").atMost(PATIENCE).untilAsserted(() -> {
            supervisor.look(hub.rest().parts(), Instant.now());
            TABLES.forEach((table, topic) -> {
                Map<String, Map<String, String>> expected = new TreeMap<>();
                current(topic).forEach((key, value) -> expected.put(key, SqlRows.of(value)));
                assertThat(SqlRows.in(database, table)).as(table).isEqualTo(expected);
            });
            List<String> transitions = all(Topics.ALERT_TRANSITIONS).stream()
                    .map(one -> one.getAlertId() + "|" + one.getEpisode() + "|" + one.getState())
                    .sorted()
                    .toList();
            assertThat(transitions).doesNotHaveDuplicates();
            assertThat(database.query("select alert_id, episode, state from alert_transitions").stream()
                            .sorted())
                    .isEqualTo(transitions);
            assertThat(database.query("select cluster from cluster_status order by 1"))
                    .isEqualTo(List.copyOf(current(Topics.CLUSTER_STATUS).keySet()));
        });
    }

    /** What a compacted topic holds now, by key. */
    private <V extends SpecificRecord> Map<String, V> current(Topic<V> topic) {
        Map<String, V> values = new TreeMap<>();
        try (TopicReader reader = new TopicReader(hub.connection().client(), List.of(topic.name()));
                Deserializer<V> deserializer =
                        AvroSerde.deserializer(topic, hub.connection().registry())) {
            reader.readToEnd(record -> {
                if (record.value() == null) {
                    values.remove(record.key());
                } else {
                    values.put(record.key(), deserializer.deserialize(topic.name(), record.value()));
                }
            });
        }
        return values;
    }

    private <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (TopicReader reader = new TopicReader(hub.connection().client(), List.of(topic.name()));
                Deserializer<V> deserializer =
                        AvroSerde.deserializer(topic, hub.connection().registry())) {
            reader.readToEnd(record -> values.add(deserializer.deserialize(topic.name(), record.value())));
        }
        return values;
    }

    private static GoLiveEvent site(
            String supplier, String site, GoLiveStatus status, LocalDate date, @Nullable String replaces) {
        return GoLiveEvent.newBuilder()
                .setEventId(site + "-" + status)
                .setReportedAt(status == GoLiveStatus.PLANNED ? REPORTED : REPORTED.plusSeconds(1))
                .setSupplier(supplier)
                .setCluster(CLUSTER)
                .setSite(site)
                .setProduct("pas")
                .setRelease("r1")
                .setStatus(status)
                .setDate(date)
                .setReplaces(replaces)
                .build();
    }

    private static MilestoneEvent pledge() {
        return MilestoneEvent.newBuilder()
                .setEventId("pledge-1")
                .setReportedAt(REPORTED)
                .setSupplier("acme")
                .setCluster(CLUSTER)
                .setMilestone("pledge")
                .setTitle("Two sites in January")
                .setStatus(MilestoneStatus.COMMITTED)
                .setDate(JANUARY)
                .setTarget(GoLiveCount.newBuilder().setCount(2).build())
                .build();
    }

    private static ContractEvent contract() {
        return ContractEvent.newBuilder()
                .setEventId("k1-signed")
                .setReportedAt(REPORTED)
                .setSupplier("acme")
                .setCluster(CLUSTER)
                .setContract("k1")
                .setBuyer("office")
                .setProvider("acme-ltd")
                .setStage(ContractStage.SIGNED)
                .setDate(LocalDate.of(2026, 1, 2))
                .setValue(new BigDecimal("996000000.50"))
                .setCurrency("GBP")
                .build();
    }

    private static Schema withNote(Schema schema) {
        List<Schema.Field> fields = new ArrayList<>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema text = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field("note", text, "Said by a later version.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static byte[] bytes(int id, GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }
}
