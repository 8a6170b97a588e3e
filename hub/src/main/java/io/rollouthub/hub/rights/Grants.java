package io.rollouthub.hub.rights;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;

/** What is given to everybody of a programme by the table of rights. */
public final class Grants {
    /** What a supplier may send, as one whom Kafka knows. */
    public record Quota(String principal, int bytesPerSecond, int requestPercentage) {
        /** Such as {@code bt} of {@code User:bt}. */
        static String user(String principal) {
            return principal.substring(SupplierAccess.USER.length());
        }

        String user() {
            return user(principal);
        }
    }

    /** Rights as Kafka keeps them are in this order wherever they are told. */
    static final Comparator<AclBinding> ORDER = Comparator.comparing(
                    (AclBinding right) -> right.entry().principal())
            .thenComparing(right -> right.pattern().resourceType())
            .thenComparing(right -> right.pattern().name())
            .thenComparing(right -> right.pattern().patternType())
            .thenComparing(right -> right.entry().operation());

    private Grants() {}

    /** All rights, each once. */
    public static List<AclBinding> rights(Access access) {
        List<AclBinding> all = new ArrayList<>();
        access.suppliers().forEach((supplier, one) -> one.principals().stream()
                .flatMap(principal -> bindings(RightsTable.ofSupplier(supplier), principal))
                .forEach(all::add));
        for (Role role : Role.ofHub()) {
            access.of(role).stream()
                    .flatMap(principal -> bindings(RightsTable.of(role), principal))
                    .forEach(all::add);
        }
        return all.stream().distinct().sorted(ORDER).toList();
    }

    private static Stream<AclBinding> bindings(List<Right> rights, String principal) {
        return rights.stream().flatMap(right -> right.bindings(principal));
    }

    /** Those of all suppliers. */
    public static List<Quota> quotas(Access access) {
        List<Quota> all = new ArrayList<>();
        new TreeMap<>(access.suppliers()).values().forEach(one -> one.principals()
                .forEach(principal -> all.add(new Quota(principal, one.bytesPerSecond(), one.requestPercentage()))));
        return all;
    }
}
