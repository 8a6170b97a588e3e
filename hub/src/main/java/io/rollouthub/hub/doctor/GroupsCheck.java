package io.rollouthub.hub.doctor;

import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import java.util.List;
import java.util.Set;
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
        for (Stage stage : Stage.values()) {
            look(stage, stage.inputs(topics));
        }
    }

    private void look(Stage stage, List<String> inputs) {
        int members = stage.members(admin);
        long lag = stage.totalLag(admin, Positions.ends(admin, Positions.partitions(admin, inputs)));
        if (members == 0) {
            findings.wrong(
                    stage.title(),
                    "nobody runs it (group " + stage.group() + "), " + lag + " records to go",
                    "Start the hub: 'rollout up', or 'rollout streams' on an existing Kafka.");
        } else {
            findings.ok(stage.title(), members + (members == 1 ? " member, " : " members, ") + lag + " records to go");
        }
    }
}
