package io.rollouthub.runtime;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who reads in a consumer group: the applications of the hub have one each. */
public final class Groups {
    private Groups() {}

    /**
     * How many members a group has now; 0 if there is no such group.
     *
     * @throws KafkaCallException if Kafka does not tell
     */
    public static int members(Admin admin, String group) {
        try {
            return KafkaCalls.await(
                            "describe group " + group,
                            Objects.requireNonNull(admin.describeConsumerGroups(List.of(group))
                                    .describedGroups()
                                    .get(group)))
                    .members()
                    .size();
        } catch (KafkaCallException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }
}
