package io.rollouthub.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final List<Topic<?>> all = catalogue();

    /** Every topic that {@link Topics} names. */
    private static List<Topic<?>> catalogue() {
        List<Topic<?>> topics = new ArrayList<>();
        for (Field field : Topics.class.getFields()) {
            if (field.getType() == Topic.class) {
                try {
                    topics.add((Topic<?>) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return topics;
    }

    @Test
    void theTopicsAreKnownByTheseNames() {
        assertThat(all)
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "rollout.control",
                        "rollout.clock",
                        "rollout.programme",
                        "rollout.journal",
                        "rollout.journal-shape",
                        "rollout.passed-over",
                        "rollout.parked",
                        "rollout.verdicts-told",
                        "rollout.audit",
                        "rollout.rights",
                        "rollout.alerts",
                        "rollout.alert-transitions",
                        "rollout.milestones",
                        "rollout.plan-revisions",
                        "rollout.delivery-rates",
                        "rollout.cluster-status",
                        "rollout.supplier-status",
                        "rollout.contracts",
                        "rollout.forecasts",
                        "rollout.supplier-records",
                        "rollout.progress",
                        "rollout.timers");
    }

    @Test
    void namesAndSubjectsAreUnique() {
        assertThat(all).extracting(Topic::name).doesNotHaveDuplicates();
        assertThat(all).extracting(Topic::subject).doesNotHaveDuplicates();
    }

    @Test
    void theOutputsAreAllTopicsButThoseTheHubFeedsItselfFrom() {
        List<Topic<?>> outputs = new ArrayList<>(all);
        outputs.removeAll(List.of(
                Topics.CONTROL,
                Topics.CLOCK,
                Topics.PROGRAMME,
                Topics.JOURNAL,
                Topics.JOURNAL_SHAPE,
                Topics.PASSED_OVER,
                Topics.PARKED,
                Topics.VERDICTS_TOLD,
                Topics.AUDIT,
                Topics.RIGHTS));

        assertThat(Topics.OF_LEDGER).containsExactlyInAnyOrderElementsOf(outputs);
        outputs.removeAll(List.of(Topics.PROGRESS, Topics.TIMERS));
        assertThat(Topics.OUTPUTS).containsExactlyInAnyOrderElementsOf(outputs);
    }

    @Test
    void theSubjectIsThatOfTheTopicsValues() {
        assertThat(Topics.ALERTS.subject()).isEqualTo("rollout.alerts-value");
    }

    @Test
    void theSchemaIsThatOfTheTypeAndARecord() {
        assertThat(all).allSatisfy(topic -> {
            assertThat(topic.schema().getType()).isEqualTo(Schema.Type.RECORD);
            assertThat(topic.schema().getFullName()).isEqualTo(topic.type().getName());
        });
    }

    @Test
    void whatTellsAHistoryIsKeptForEverAndWhatTellsAStateIsCompacted() {
        assertThat(all.stream().filter(topic -> !topic.compacted()))
                .containsExactlyInAnyOrder(Topics.CONTROL, Topics.JOURNAL, Topics.AUDIT, Topics.ALERT_TRANSITIONS);
    }

    @Test
    void noTopicOfTheHubsOwnIsTakenForASuppliers() {
        assertThat(all).extracting(Topic::name).allSatisfy(name -> {
            assertThat(name).doesNotMatch(SupplierTopics.ALL_IN);
            assertThat(SupplierTopics.isRejected(name)).isFalse();
        });
    }
}
