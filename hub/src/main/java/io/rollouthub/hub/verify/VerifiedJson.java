package io.rollouthub.hub.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.hub.verify.Verification.Verified;
import io.rollouthub.topic.Topics;
import org.jspecify.annotations.Nullable;

/** What a verification came to as one JSON object, as {@code --format json} prints it. */
public final class VerifiedJson {
    private VerifiedJson() {}

    /**
     * The JSON text.
     *
     * @param brokenSeal in what the ledger's state does not fit its seal; null: it does, or nobody has looked
     */
    public static String write(Verified verified, @Nullable String brokenSeal) {
        Differences differences = verified.differences();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("fits", differences.total() == 0 && brokenSeal == null);
        root.put("entries", verified.entries());
        ObjectNode positions = root.putObject("positions");
        verified.positions().forEach((partition, position) -> positions.put(Integer.toString(partition), position));
        ObjectNode topics = root.putObject("topics");
        Topics.OUTPUTS.forEach(topic -> add(topics.putObject(topic.name()), differences.of(topic)));
        ObjectNode refusals = root.putObject("refusals");
        add(refusals, differences.refusals());
        refusals.put("notSeen", differences.refusalsNotSeen());
        root.put("brokenSeal", brokenSeal);
        return root.toPrettyString();
    }

    private static void add(ObjectNode node, Differences.OfTopic found) {
        node.put("rows", found.rows());
        node.put("different", found.different());
        var first = node.putArray("first");
        found.first().forEach(one -> first.addObject().put("key", one.key()).put("what", one.what()));
    }
}
