package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.hub.rights.Right;
import io.rollouthub.hub.rights.RightsTable;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody of a programme tries all that the table of rights does not let them, on everything that there is on a running hub's Kafka. */
class AttackMatrixIT {
    private static final int LEAST = 500;

    @Test
    void whateverTheTableDoesNotAllowIsRefused(@TempDir Path folder) throws Exception {
        List<String> tried = new ArrayList<>();
        List<String> done = new ArrayList<>();
        try (GuardedHub hub = GuardedHub.start(folder)) {
            Set<String> topics = topics(hub);
            Map<String, List<Right>> table = table(
                    ProgrammeFile.readWhole(folder.resolve("programme.yaml")).access());
            table.forEach((principal, rights) -> {
                String user = principal.substring(SupplierAccess.USER.length());
                Attacker attacker = new Attacker(
                        principal,
                        hub.as(user.equals("rollout-hub") ? hub.login() : hub.login(user)),
                        rights,
                        (attempt, isRefused) -> (isRefused ? tried : done).add(attempt));
                attacker.attackTopics(topics);
                attacker.attackGroups(
                        List.of(HubGroups.GATE, HubGroups.LEDGER, ConnectTopics.GROUP, "others"),
                        SupplierTopics.in("acme"));
                attacker.attackTransactions(List.of(
                        HubGroups.GATE + "-1",
                        HubGroups.LEDGER + "-1",
                        OwnNames.PROGRAMME_TRANSACTION,
                        OwnNames.IMPORT_TRANSACTION,
                        ConnectTopics.LEADER_TRANSACTION,
                        "others"));
                attacker.attackCluster();
            });

            assertThat(done).as("what nobody had a right to, and was done").isEmpty();
            assertThat(tried).hasSizeGreaterThan(LEAST);
            assertThat(topics).allSatisfy(topic -> assertThat(used(table, topic))
                    .as("the table gives nobody a use of " + topic)
                    .isTrue());
            assertThat(topics(hub)).isEqualTo(topics);
            hub.streams().check();
        }
        System.out.println("attacks refused: " + tried.size());
    }

    private static Set<String> topics(GuardedHub hub) {
        try (Admin admin = KafkaClients.admin(hub.open().client())) {
            return new TreeSet<>(KafkaClients.topicsAndKafkasOwn(admin));
        }
    }

    /** Kafka's own are for nobody, and what was given is for its administrator. */
    private static boolean used(Map<String, List<Right>> table, String topic) {
        return topic.startsWith("__")
                || topic.equals(Topics.RIGHTS.name())
                || table.values().stream()
                        .anyMatch(rights -> Attacker.may(rights, ResourceType.TOPIC, topic, AclOperation.READ)
                                || Attacker.may(rights, ResourceType.TOPIC, topic, AclOperation.WRITE));
    }

    private static Map<String, List<Right>> table(Access access) {
        Map<String, List<Right>> table = new TreeMap<>();
        access.suppliers().forEach((supplier, one) -> one.principals()
                .forEach(principal -> table.put(principal, RightsTable.ofSupplier(supplier))));
        for (Role role : Role.ofHub()) {
            for (String principal : access.of(role)) {
                table.computeIfAbsent(principal, none -> new ArrayList<>()).addAll(RightsTable.of(role));
            }
        }
        return table;
    }
}
