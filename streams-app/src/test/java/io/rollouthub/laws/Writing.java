package io.rollouthub.laws;

import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.ledger.Outbox;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** All that a ledger writes, in order and to the byte. */
final class Writing implements Outbox {
    final List<Line> lines = new ArrayList<>();

    /** One call: where to, under which key, and the value's bytes, null if the key has ceased to exist. */
    record Line(
            String topic,
            String key,
            @Nullable SpecificRecord value,
            @Nullable ByteBuffer bytes) {

        static Line of(String topic, String key, @Nullable SpecificRecord value) {
            return new Line(topic, key, value, value == null ? null : Bytes.of(value));
        }

        boolean isSameAs(Line other) {
            return topic.equals(other.topic) && key.equals(other.key) && Objects.equals(bytes, other.bytes);
        }
    }

    /** The first line by which two writings differ, in words; null if there is none. */
    static @Nullable String difference(List<Line> one, List<Line> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            Line a = i < one.size() ? one.get(i) : null;
            Line b = i < other.size() ? other.get(i) : null;
            if (a == null || b == null || !a.isSameAs(b)) {
                return "line " + i + "\n  one:   " + a + "\n  other: " + b;
            }
        }
        return null;
    }

    private void write(String topic, String key, @Nullable SpecificRecord value) {
        lines.add(Line.of(topic, key, value));
    }

    @Override
    public void transition(AlertTransition transition) {
        write("transition", transition.getAlertId(), transition);
    }

    @Override
    public void alert(Alert alert) {
        write("alert", alert.getAlertId(), alert);
    }

    @Override
    public void milestone(String key, @Nullable MilestoneState milestone) {
        write("milestone", key, milestone);
    }

    @Override
    public void revision(String key, @Nullable PlanRevision revision) {
        write("revision", key, revision);
    }

    @Override
    public void rate(String key, @Nullable DeliveryRate rate) {
        write("rate", key, rate);
    }

    @Override
    public void cluster(ClusterStatus cluster) {
        write("cluster", cluster.getCluster(), cluster);
    }

    @Override
    public void supplier(SupplierStatus supplier) {
        write("supplier", supplier.getCluster() + "/" + supplier.getSupplier(), supplier);
    }

    @Override
    public void contract(String key, @Nullable Contract contract) {
        write("contract", key, contract);
    }

    @Override
    public void refuse(JournalEntry entry, Verdict reason) {
        write("refused", reason.name(), entry);
    }
}
