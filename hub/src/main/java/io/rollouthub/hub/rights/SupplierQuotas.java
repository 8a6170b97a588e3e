package io.rollouthub.hub.rights;

import io.rollouthub.reader.KafkaCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.jspecify.annotations.Nullable;

/** How much Kafka takes of each supplier, so that none keeps it from the others. */
final class SupplierQuotas {
    private static final String BYTES = "producer_byte_rate";
    private static final String REQUESTS = "request_percentage";

    private SupplierQuotas() {}

    /**
     * A quota that comes, or changes, or ends.
     *
     * @param quota null: it ends
     */
    record Change(String principal, Grants.@Nullable Quota quota) {
        boolean isEnd() {
            return quota == null;
        }

        String line() {
            return quota == null
                    ? "take the quota from " + principal
                    : "set the quota of " + principal + " to " + quota.bytesPerSecond() + " bytes/s, "
                            + quota.requestPercentage() + " % of a thread for requests";
        }

        private ClientQuotaAlteration alteration() {
            return new ClientQuotaAlteration(
                    new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, Grants.Quota.user(principal))),
                    List.of(
                            op(BYTES, quota == null ? null : (double) quota.bytesPerSecond()),
                            op(REQUESTS, quota == null ? null : (double) quota.requestPercentage())));
        }

        private static ClientQuotaAlteration.Op op(String key, @Nullable Double value) {
            return new ClientQuotaAlteration.Op(key, value);
        }
    }

    /** In what those that there are differ from those that there have to be; of others' none ends. */
    static List<Change> changes(Admin admin, List<Grants.Quota> wanted, Collection<String> own) {
        Map<String, Map<String, Double>> there = there(admin);
        List<Change> changes = new ArrayList<>();
        for (Grants.Quota quota : wanted) {
            Map<String, Double> now = there.getOrDefault(quota.user(), Map.of());
            if (!is(now.get(BYTES), quota.bytesPerSecond()) || !is(now.get(REQUESTS), quota.requestPercentage())) {
                changes.add(new Change(quota.principal(), quota));
            }
        }
        own.stream()
                .filter(principal ->
                        wanted.stream().noneMatch(quota -> quota.principal().equals(principal)))
                .sorted()
                .forEach(principal -> changes.add(new Change(principal, null)));
        return changes;
    }

    static void alter(Admin admin, List<Change> changes) {
        KafkaCalls.await(
                "set quotas",
                admin.alterClientQuotas(changes.stream().map(Change::alteration).toList())
                        .all());
    }

    private static boolean is(@Nullable Double now, int wanted) {
        return now != null && now == wanted;
    }

    /** By the names of users. */
    private static Map<String, Map<String, Double>> there(Admin admin) {
        Map<String, Map<String, Double>> byName = new HashMap<>();
        KafkaCalls.await(
                        "tell quotas",
                        admin.describeClientQuotas(ClientQuotaFilter.containsOnly(
                                        List.of(ClientQuotaFilterComponent.ofEntityType(ClientQuotaEntity.USER))))
                                .entities())
                .forEach((entity, quotas) -> {
                    String user = entity.entries().get(ClientQuotaEntity.USER);
                    if (user != null) {
                        byName.put(user, quotas);
                    }
                });
        return byName;
    }
}
