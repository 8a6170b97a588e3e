package io.rollouthub.hub.doctor;

import io.rollouthub.reader.Groups;
import io.rollouthub.reader.TopicEnds;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Whether somebody runs the gate and the ledger, and how far they are. */
final class GroupsCheck {
    private final Admin admin;
    private final Findings findings;

    GroupsCheck(Admin admin, Findings findings) {
        this.admin = admin;
        this.findings = findings;
    }

    void look(Set<String> topics) {
        Predicate<String> suppliers = SupplierTopics.ALL_IN.asMatchPredicate();
        look("gate", Applications.GATE, names(topics, suppliers.or(Topics.CONTROL.name()::equals)));
        look("ledger", Applications.LEDGER, names(topics, Topics.JOURNAL.name()::equals));
    }

    private static Set<String> names(Set<String> topics, Predicate<String> which) {
        return topics.stream().filter(which).collect(Collectors.toSet());
    }

    private void look(String what, String group, Collection<String> inputs) {
        int members = Groups.members(admin, group);
        long lag = members == 0 && inputs.isEmpty() ? 0 : Groups.totalLag(admin, group, TopicEnds.of(admin, inputs));
        String how = members + (members == 1 ? " member, " : " members, ") + lag + " records to go";
        if (members == 0) {
            findings.wrong(
                    what,
                    "nobody runs it (group " + group + "), " + lag + " records to go",
                    "Start the hub: 'rollout up', or 'rollout streams' on an existing Kafka.");
        } else {
            findings.ok(what, how);
        }
    }
}
