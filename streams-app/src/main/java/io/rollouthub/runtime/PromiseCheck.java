package io.rollouthub.runtime;

import io.rollouthub.check.RecordSize;
import io.rollouthub.programme.Programme;
import io.rollouthub.topic.SupplierTopics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Finds the settings of topics that exist by which a promise is not kept; what merely differs from the plan breaks none. */
final class PromiseCheck {
    private static final String FOR_EVER = "-1";
    private static final int LARGEST_REPORT =
            RecordSize.MOST_VALUE + RecordSize.MOST_KEY + RecordSize.MOST_HEADER_BYTES + 1024;

    private final NewTopic wanted;
    private final ExistingTopic there;
    private final Set<TopicPromise> weaker;
    private final List<BrokenPromise> broken = new ArrayList<>();

    private PromiseCheck(NewTopic wanted, ExistingTopic there, Set<TopicPromise> weaker) {
        this.wanted = wanted;
        this.there = there;
        this.weaker = weaker;
    }

    /** Asks Kafka for the topics of a programme. */
    static List<BrokenPromise> look(Admin admin, HubSettings settings, Programme programme, Set<String> existing) {
        List<NewTopic> wanted = new TopicPlan(settings.layout(), settings.arrival()).of(programme);
        Set<String> there = new HashSet<>(wanted.stream().map(NewTopic::name).toList());
        there.retainAll(existing);
        return broken(wanted, ExistingTopic.read(admin, there), settings.weaker());
    }

    /** In the order of promises, and of topics as they are wanted. */
    static List<BrokenPromise> broken(
            List<NewTopic> wanted, Map<String, ExistingTopic> existing, Set<TopicPromise> weaker) {
        List<BrokenPromise> broken = new ArrayList<>();
        for (NewTopic topic : wanted) {
            ExistingTopic there = existing.get(topic.name());
            if (there != null) {
                broken.addAll(new PromiseCheck(topic, there, weaker).look());
            }
        }
        broken.sort((one, other) -> one.promise().compareTo(other.promise()));
        return Collections.unmodifiableList(broken);
    }

    private List<BrokenPromise> look() {
        String policy = is(TopicConfig.CLEANUP_POLICY_CONFIG);
        time();
        if (policy.contains(TopicConfig.CLEANUP_POLICY_DELETE) && isKeptForEver()) {
            keeps(TopicConfig.RETENTION_MS_CONFIG, "what is older is deleted, and no reset or export brings it back");
            keeps(
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "what goes beyond is deleted, and no reset or export brings it back");
        }
        if (isState() && !policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            broken(
                    TopicPromise.CURRENT_STATE,
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "it grows without end, and whoever reads what is true now reads all that ever was");
        }
        if (!isState() && policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            broken(
                    TopicPromise.KEPT_FOR_EVER,
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    "all but the latest record of a key is deleted");
        }
        if (isOfSupplier()) {
            sizesOfSupplier();
        } else if (size() < TopicPlan.LARGEST_BATCH) {
            broken(
                    TopicPromise.SIZES,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    "the largest record of the hub's own is refused, and nothing gets on behind it");
        }
        return broken;
    }

    private void time() {
        String setting = TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
        boolean isPromised = wanted.configs().containsKey(setting) && !SupplierTopics.isVerdicts(there.name());
        if (isPromised && !is(setting).equals(wanted(setting))) {
            broken(
                    TopicPromise.ACCEPTANCE_TIME,
                    setting,
                    isOfSupplier()
                            ? "the supplier chooses when its reports were accepted"
                            : "the hub's clock goes by the time of its own machine, not by Kafka's");
        }
    }

    private void keeps(String setting, String means) {
        if (!is(setting).equals(FOR_EVER)) {
            broken(TopicPromise.KEPT_FOR_EVER, setting, means);
        }
    }

    private void sizesOfSupplier() {
        if (size() < LARGEST_REPORT) {
            broken(
                    TopicPromise.SIZES,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    "the largest report there may be is refused");
        } else if (size() > TopicPlan.LARGEST_BATCH) {
            broken(
                    TopicPromise.SIZES,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    "the hub has to read what is larger than it can hold");
        }
        if (!is(TopicConfig.COMPRESSION_TYPE_CONFIG).equals(wanted(TopicConfig.COMPRESSION_TYPE_CONFIG))) {
            broken(
                    TopicPromise.SIZES,
                    TopicConfig.COMPRESSION_TYPE_CONFIG,
                    "what is small where it is packed can be larger than the hub can hold");
        }
    }

    private void broken(TopicPromise promise, String setting, String means) {
        broken.add(new BrokenPromise(
                promise, there.name(), setting, is(setting), wanted(setting), means, weaker.contains(promise)));
    }

    private boolean isState() {
        return TopicConfig.CLEANUP_POLICY_COMPACT.equals(wanted(TopicConfig.CLEANUP_POLICY_CONFIG));
    }

    private boolean isKeptForEver() {
        return FOR_EVER.equals(wanted(TopicConfig.RETENTION_MS_CONFIG));
    }

    private boolean isOfSupplier() {
        return SupplierTopics.ALL_IN.matcher(there.name()).matches();
    }

    private long size() {
        return Long.parseLong(is(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
    }

    /** What is in force; what a broker does not tell is as it should be. */
    private String is(String setting) {
        return Objects.requireNonNullElse(there.settings().get(setting), wanted(setting));
    }

    private String wanted(String setting) {
        return Objects.requireNonNullElse(wanted.configs().get(setting), "");
    }
}
