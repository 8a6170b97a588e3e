package io.rollouthub.topic;

/** What the three topics of each supplier are called in a hub of some prefix. */
public record SupplierNames(Prefix prefix) {

    /** The topic to which this supplier publishes its events. */
    public String in(String supplier) {
        return prefix.topic("in." + supplier);
    }

    /** The topic to which the hub writes what it refuses of this supplier's. */
    public String rejected(String supplier) {
        return prefix.topic("rejected." + supplier);
    }

    /** The topic on which this supplier, and nobody else, is told what became of each of its records; one partition. */
    public String verdicts(String supplier) {
        return prefix.topic("verdicts." + supplier);
    }
}
