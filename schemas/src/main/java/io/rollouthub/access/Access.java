package io.rollouthub.access;

import java.util.List;
import java.util.Map;

/** As whom everybody comes to the Kafka of a programme; suppliers by their ids. */
public record Access(Map<String, SupplierAccess> suppliers, Map<Role, List<String>> principals) {
    public Access {
        suppliers = Map.copyOf(suppliers);
        principals = Map.copyOf(principals);
    }

    /** Who has a role that is not a supplier's. */
    public List<String> of(Role role) {
        return principals.getOrDefault(role, List.of());
    }
}
