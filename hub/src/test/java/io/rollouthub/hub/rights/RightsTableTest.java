package io.rollouthub.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class RightsTableTest {
    private static final Access TWO = new Access(
            Map.of("bt", SupplierAccess.usual("bt"), "fujitsu", new SupplierAccess(List.of("User:it's"), 1000, 5)),
            Map.of(Role.CONSUMER, List.of("User:board")));
    private static final Access TWO_OF_KUBERNETES =
            new Access(Map.of("bt", SupplierAccess.usual("bt")), Map.of(Role.GATE, List.of("User:rollout-hub")));

    @Test
    void nothingIsGivenTwiceToARole() {
        for (Role role : Role.ofHub()) {
            assertThat(RightsTable.of(role).stream()
                            .flatMap(right -> right.bindings("User:one"))
                            .toList())
                    .as(role.word())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aSupplierHasItsOwnTopicsAloneAndNoTransactionAndMakesNothing() {
        assertThat(RightsTable.ofSupplier("bt")).allSatisfy(right -> {
            assertThat(right.on().resourceType()).isEqualTo(ResourceType.TOPIC);
            assertThat(right.on().patternType()).isEqualTo(PatternType.LITERAL);
            assertThat(right.operations()).isSubsetOf(AclOperation.READ, AclOperation.WRITE);
        });
        assertThat(RightsTable.ofSupplier("bt").stream().map(right -> right.on().name()))
                .containsExactlyInAnyOrder(
                        SupplierTopics.in("bt"),
                        Topics.PROGRAMME.name(),
                        SupplierTopics.verdicts("bt"),
                        SupplierTopics.rejected("bt"));
    }

    /** Each of the two may log in as somebody of its own. */
    @Test
    void gateAndLedgerMayBothTellSuppliersWhatBecameOfTheirRecords() {
        for (Role role : List.of(Role.GATE, Role.LEDGER)) {
            assertThat(RightsTable.of(role))
                    .as(role.word())
                    .filteredOn(right -> right.operations().contains(AclOperation.WRITE))
                    .extracting(right -> right.on().name())
                    .contains(SupplierTopics.verdicts(""), SupplierTopics.rejected(""), Topics.PARKED.name());
        }
    }

    @Test
    void aConsumerReadsNeitherTheJournalNorContractsNorWhatIsASuppliers() {
        List<String> names = new ArrayList<>();
        RightsTable.of(Role.CONSUMER).forEach(right -> {
            assertThat(right.operations()).containsExactly(AclOperation.READ);
            names.add(right.on().name());
        });

        assertThat(names)
                .doesNotContain(Topics.JOURNAL.name(), Topics.CONTRACTS.name(), Topics.PLAN_REVISIONS.name())
                .noneMatch(SupplierTopics::isToSupplier)
                .noneMatch(SupplierTopics.ALL_IN.asMatchPredicate());
    }

    @Test
    void resourcesOfStrimziGiveTheSame() {
        assertThat(StrimziText.of(
                        TWO_OF_KUBERNETES,
                        List.of(new NewTopic("rollout.in.BT", 6, (short) 3).configs(Map.of("retention.ms", "-1")))))
                .contains(
                        "kind: KafkaTopic\nmetadata:\n  name: rollout.in.bt-",
                        "spec:\n  topicName: \"rollout.in.BT\"\n  partitions: 6\n  replicas: 3\n  config:\n"
                                + "    retention.ms: \"-1\"\n",
                        "kind: KafkaUser\nmetadata:\n  name: bt\n",
                        "      - resource:\n          type: topic\n          name: \"rollout.in.bt\"\n"
                                + "          patternType: literal\n        operations: [Write]\n",
                        "  quotas:\n    producerByteRate: 262144\n    requestPercentage: 25\n");
        assertThatThrownBy(() -> StrimziText.of(TWO, List.of()))
                .isInstanceOf(RolloutException.class)
                .hasMessageContaining("User:it's is no name that Kubernetes takes");
    }

    @Test
    void commandsOfKafkasOwnProgramsGiveTheSame() {
        assertThat(KafkaAclsText.of(TWO).lines())
                .contains(
                        "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN\" --add --force"
                                + " --allow-principal 'User:bt' --resource-pattern-type literal"
                                + " --topic 'rollout.in.bt' --operation Write",
                        "kafka-configs.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN\" --alter"
                                + " --entity-type users --entity-name 'it'\\''s'"
                                + " --add-config producer_byte_rate=1000,request_percentage=5")
                .hasSize(2
                        + 2 * RightsTable.ofSupplier("bt").size()
                        + RightsTable.of(Role.CONSUMER).size()
                        + 2);
    }
}
