package io.rollouthub.hub.cli;

import io.rollouthub.access.Access;
import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.embedded.HubLogins;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.audit.Audit;
import io.rollouthub.hub.rights.Granting;
import io.rollouthub.hub.rights.GrantingPlan;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives rights on the broker that {@code up} has started and guards: as {@code admin apply --acls} does, and before anything
 * of the hub's runs that needs them.
 *
 * @param administrator as whom they are given
 */
record UpRights(Connection administrator, Audit audit) {
    /** As whom the processes of {@code up} come. */
    static final String HUB = user(Role.HUB);

    static final String CONSOLE = user(Role.CONSOLE);

    static final String CONNECT = user(Role.CONNECT);

    private static String user(Role role) {
        return role.usual().get(0).substring(SupplierAccess.USER.length());
    }

    /** Throws if the hub's own processes would have no rights by this programme, or a supplier theirs. */
    static void require(ProgrammeFile.Whole file) {
        Access access = file.access();
        access.suppliers().forEach((supplier, one) -> one.principals().stream()
                .filter(HubLogins.principals()::contains)
                .forEach(taken -> {
                    throw new RolloutException(
                            "Supplier " + supplier + " would come as " + taken + ", who is the hub's own.",
                            "Name another principal under 'access', 'suppliers', '" + supplier + "'.");
                }));
        for (Role role : List.of(Role.HUB, Role.GATE, Role.LEDGER, Role.CONSOLE)) {
            String comes = role.usual().get(0);
            if (!access.of(role).contains(comes)) {
                throw new RolloutException(
                        "The programme gives the rights of '" + role.word() + "' to " + access.of(role)
                                + ", and 'up' comes as " + comes + ".",
                        "Name " + comes + " there too, or leave '" + role.word() + "' out of 'access'.");
            }
        }
    }

    /** Gives what a programme's file says; null: throws unless rights were given before. What it changed. */
    List<String> give(ProgrammeFile.@Nullable Whole file, @Nullable Path programme) {
        Granting granting = new Granting(administrator);
        if (file == null || programme == null) {
            if (!granting.hasGiven()) {
                throw new RolloutException(
                        "Nobody has any rights on this Kafka yet, the hub itself included.",
                        "Start it with --programme FILE once: that says who may do what.");
            }
            return List.of();
        }
        GrantingPlan plan = granting.plan(file.access());
        if (!plan.isEmpty()) {
            granting.make(plan);
            audit.of("up", plan.lines(), programme);
        }
        return plan.lines();
    }
}
