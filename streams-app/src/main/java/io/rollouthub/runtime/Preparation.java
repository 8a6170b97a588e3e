package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import java.util.List;

/**
 * What has to be done for a programme, and what cannot be.
 *
 * @param programme that will be in force
 * @param changes in the order in which they are made; none if all is as it should be
 * @param kept what is otherwise than the settings say and stays so
 */
public record Preparation(Programme programme, List<Change> changes, List<Kept> kept) {

    /**
     * A topic's property that cannot be changed without moving its records.
     *
     * @param setting the hub's setting that says otherwise; empty if it is no matter of settings
     */
    public record Kept(String topic, String property, String setting, int is, int wanted) {
        /** In one line for people. */
        public String line() {
            return property + " of topic " + topic + " stays " + is + " instead of " + wanted + ": " + why();
        }

        private String why() {
            return property.equals("partitions")
                    ? "records of a cluster would go to another partition, before those that wait in the old one"
                    : "'kafka-reassign-partitions.sh' of Kafka changes it";
        }
    }
}
