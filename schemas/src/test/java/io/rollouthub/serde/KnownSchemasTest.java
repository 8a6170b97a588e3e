package io.rollouthub.serde;

import static io.rollouthub.serde.Reports.LIVE;
import static io.rollouthub.serde.WriterSchemas.framed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may have written, and what is asked of the registry for it. */
class KnownSchemasTest {
    private static final Schema GO_LIVE = GoLiveEvent.getClassSchema();
    private static final String BT = SupplierTopics.in("bt");
    private static final String FUJITSU = SupplierTopics.in("fujitsu");
    private static final String OF_BT = SupplierTopics.subject(BT, GO_LIVE.getFullName());
    private static final String OF_FUJITSU = SupplierTopics.subject(FUJITSU, GO_LIVE.getFullName());

    private final AtomicLong nanos = new AtomicLong();
    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroReader reader = reader(registry);

    private AvroReader reader(SchemaRegistry of) {
        return new AvroReader(of, List.of(GO_LIVE), () -> {}, nanos::get);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollout.in.bt-io.rollouthub.event.GoLiveEvent",
                "rollout.in.bt-value",
                "io.rollouthub.event.GoLiveEvent"
            })
    void aSchemaUnderASubjectOfTheTopicIsGood(String subject) {
        assertThat(reader.read(liveUnder(subject), BT)).isEqualTo(LIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollout.in.fujitsu-io.rollouthub.event.GoLiveEvent",
                "rollout.in.fujitsu-value",
                "rollout.in.bt-key",
                "rollout.in.bt-io.rollouthub.event.ReleaseEvent",
                "rollout.in.bt",
                "anything"
            })
    void aSchemaUnderAnotherSubjectIsNoneOfTheTopics(String subject) {
        byte[] live = liveUnder(subject);

        assertThatThrownBy(() -> reader.read(live, BT))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("the registry has schema 1 under no subject of this topic, which are " + OF_BT
                        + ", rollout.in.bt-value, io.rollouthub.event.GoLiveEvent: register it under one of them and send"
                        + " the record again");
        assertThat(reader.read(live))
                .as("who trusts the writer asks for no topic")
                .isEqualTo(LIVE);
    }

    @Test
    void oneIdIsGoodForTheTopicsUnderWhoseSubjectsItStandsAndForNoOther() {
        byte[] live = liveUnder(OF_BT);
        assertThat(liveUnder(OF_FUJITSU)).as("one schema has one id").isEqualTo(live);

        assertThat(reader.read(live, BT)).isEqualTo(LIVE);
        assertThat(reader.read(live, FUJITSU)).isEqualTo(LIVE);
        assertThatThrownBy(() -> reader.read(live, SupplierTopics.in("csc")))
                .hasMessageContaining("rollout.in.csc-value");
    }

    @Test
    void aSchemaThatIsRegisteredForTheTopicIsGoodAtOnce() {
        byte[] live = liveUnder(OF_FUJITSU);
        assertThatThrownBy(() -> reader.read(live, BT)).hasMessageContaining("under no subject of this topic");

        registry.register(OF_BT, GO_LIVE.toString());

        assertThat(reader.read(live, BT)).isEqualTo(LIVE);
    }

    @Test
    void anIdThatTheRegistryGivesAwayLaterIsGoodAtOnceWhoeverHasNamedItBefore() {
        byte[] live = new byte[] {0, 0, 0, 0, 1};
        for (int times = 0; times < 2 * AskingBudget.BURST; times++) {
            assertThatThrownBy(() -> reader.read(live, FUJITSU)).hasMessage("the registry has no schema 1");
        }
        assertThatThrownBy(() -> reader.read(live, BT)).hasMessage("the registry has no schema 1");

        assertThat(reader.read(liveUnder(OF_BT), BT)).isEqualTo(LIVE);
    }

    @Test
    void whoNamesOneBadIdAgainAndAgainHasItAskedForOnceASecondInTheEnd() {
        for (int times = 0; times < AskingBudget.BURST; times++) {
            assertThatThrownBy(() -> reader.read(framed(1), BT)).hasMessage("the registry has no schema 1");
        }
        byte[] live = liveUnder(OF_BT);

        nanos.set(TimeUnit.MILLISECONDS.toNanos(499));
        assertThatThrownBy(() -> reader.read(live, BT)).hasMessage("the registry has no schema 1");
        Schema newer = WriterSchemas.without(GO_LIVE, "siteName", "source", "replaces");
        registry.register(OF_BT, newer.toString());
        assertThat(reader.read(WriterSchemas.write(registry, Reports.liveIn(newer)), BT))
                .as("one that was not named before")
                .isEqualTo(LIVE);
        nanos.set(TimeUnit.SECONDS.toNanos(1));
        assertThat(reader.read(live, BT)).isEqualTo(LIVE);
    }

    @Test
    void whoNamesManyBadIdsHasTheRegistryAskedSoOftenAndNoMore() {
        byte[] live = liveUnder(GO_LIVE.getFullName());
        for (int id = 100; id < 100 + AskingBudget.BURST; id++) {
            byte[] unknown = framed(id);
            assertThatThrownBy(() -> reader.read(unknown, BT)).hasMessageStartingWith("the registry has no schema");
        }
        assertThatThrownBy(() -> reader.read(framed(99), BT))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("schema 99 was not looked up");
        assertThatThrownBy(() -> reader.read(live, BT)).hasMessageContaining("schema 1 was not looked up");
        assertThat(reader.read(live, FUJITSU)).as("another topic's").isEqualTo(LIVE);
        assertThat(reader.read(live, BT)).as("what is known").isEqualTo(LIVE);

        nanos.set(TimeUnit.MILLISECONDS.toNanos(500));
        assertThatThrownBy(() -> reader.read(framed(99), BT)).hasMessage("the registry has no schema 99");
        assertThatThrownBy(() -> reader.read(framed(98), BT)).hasMessageContaining("schema 98 was not looked up");
    }

    @Test
    void schemasOfOthersAreLookedUpAsOftenAsIdsThatAreNotThereAndNoMore() {
        for (int version = 0; version < AskingBudget.BURST; version++) {
            byte[] others = newer(version, OF_FUJITSU);
            assertThatThrownBy(() -> reader.read(others, BT)).hasMessageContaining("under no subject of this topic");
        }

        assertThatThrownBy(() -> reader.read(newer(99, OF_BT), BT)).hasMessageContaining("was not looked up");
    }

    @Test
    void idsThatAreGoodCostNothingHoweverManyThereAre() {
        for (int version = 0; version < 3 * AskingBudget.BURST; version++) {
            assertThat(reader.read(newer(version, OF_BT), BT)).isEqualTo(LIVE);
        }
    }

    @Test
    void whereTheRegistryDoesNotTellSubjectsNothingIsWantedOfThemAndItIsAskedOnceAMinute() {
        AtomicInteger untold = new AtomicInteger();
        AtomicReference<@Nullable Set<String>> told = new AtomicReference<>();
        KnownSchemas known = new KnownSchemas(
                new WantedSchemas(registry, List.of(GO_LIVE)),
                new SubjectsTold(id -> told.get(), untold::incrementAndGet, nanos::get),
                nanos::get);
        registry.register("anything", GO_LIVE.toString());

        for (int times = 0; times < 2 * AskingBudget.BURST; times++) {
            assertThat(known.of(1, BT).record()).isEqualTo(GO_LIVE.getFullName());
        }
        assertThat(untold).hasValue(1);

        nanos.set(TimeUnit.SECONDS.toNanos(60));
        assertThat(known.of(1, BT)).isNotNull();
        assertThat(untold).hasValue(2);

        told.set(Set.of("anything"));
        nanos.set(TimeUnit.SECONDS.toNanos(120));
        assertThatThrownBy(() -> known.of(1, BT)).hasMessageContaining("under no subject of this topic");
    }

    private byte[] liveUnder(String subject) {
        registry.register(subject, GO_LIVE.toString());
        return new AvroWriter(registry).write(subject, LIVE);
    }

    /** The report as a newer writer sends it, of whose schema there is a version under this subject alone. */
    private byte[] newer(int version, String subject) {
        Schema writer = WriterSchemas.with(GO_LIVE, "beds" + version, "\"int\"");
        GenericRecord report = Reports.liveIn(writer);
        report.put("beds" + version, version);
        return framed(registry.register(subject, writer.toString()), WriterSchemas.body(report));
    }
}
