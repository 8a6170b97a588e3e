package io.rollouthub.bench.faults;

import org.apache.avro.specific.SpecificRecord;

/**
 * A report on its way to a supplier's topic.
 *
 * @param passes whether the gate lets it pass
 */
record Publication(String supplier, String cluster, SpecificRecord event, boolean passes) {}
