package io.rollouthub.hub.cli;

import io.rollouthub.hub.verify.Differences;
import io.rollouthub.hub.verify.Verification;
import io.rollouthub.hub.verify.Verification.Verified;
import io.rollouthub.hub.verify.VerifiedJson;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.runtime.SealCheck;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.BrokenSealException;
import java.util.Locale;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Works the results out anew and tells in what those that were published differ. */
@Command(
        name = "verify",
        description =
                "Work all results out anew from the journal, and compare those that were published. Changes nothing;"
                        + " exit code 1 if any differs.",
        footer = {
            "  rollout verify --data d",
            "  rollout verify --data d --format json",
            "  rollout verify --connect localhost:9092 --registry http://localhost:8081"
        })
final class VerifyCommand extends HubCommand {
    @Mixin
    private OutputFormat format;

    @Override
    int run() throws InterruptedException {
        try (OpenedHub opened = hub.open();
                ProgressLine progress = new ProgressLine(err())) {
            opened.reader(progress); // that it has topics
            Verified verified = new Verification(opened.connection(), progress::read).run();
            progress.clear();
            BrokenSealException broken = seal(opened.connection());
            if (format.isTable()) {
                tell(verified, broken);
            } else {
                say(VerifiedJson.write(verified, broken == null ? null : broken.what()));
            }
            return verified.differences().total() == 0 && broken == null ? 0 : 1;
        }
    }

    /** While somebody runs the ledger it goes on, and he has looked himself. */
    private static @Nullable BrokenSealException seal(Connection hub) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (Stage.LEDGER.members(admin) > 0) {
                return null;
            }
        }
        return new SealCheck(hub.client(), hub.registry()).look();
    }

    private void tell(Verified verified, @Nullable BrokenSealException broken) {
        say(String.format(
                Locale.ROOT,
                "%,d entries of the journal applied, up to %s (partition=offset).",
                verified.entries(),
                verified.positions()));
        for (Topic<?> topic : Topics.OUTPUTS) {
            tell(topic.name(), verified.differences().of(topic), "");
        }
        int notSeen = verified.differences().refusalsNotSeen();
        tell(
                "refused by the ledger",
                verified.differences().refusals(),
                notSeen == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "; %,d more not compared, as Kafka has deleted the oldest", notSeen));
        if (broken != null) {
            say(broken.what());
        }
        say(
                verified.differences().total() == 0 && broken == null
                        ? "All that was published follows from the journal."
                        : "What was published is not what follows from the journal. 'rollout reset' has it worked out anew.");
    }

    private void tell(String what, Differences.OfTopic found, String more) {
        say(String.format(
                Locale.ROOT,
                "%-26s %,9d rows, %s%s",
                what,
                found.rows(),
                found.different() == 0 ? "all fit" : String.format(Locale.ROOT, "%,d DIFFER", found.different()),
                more));
        found.first().forEach(one -> say("    " + one.key() + ": " + one.what()));
        if (found.different() > found.first().size()) {
            say("    ...");
        }
    }
}
