package io.rollouthub.hub.rights;

import io.rollouthub.access.Access;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.journal.GivenRights;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.runtime.KeptValue;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;

/** Gives on Kafka what a programme needs, takes back what it gave and nobody needs, and leaves alone what others gave. */
public record Granting(Connection hub) {

    /** What is to be done so that everybody has the rights of the table; changes nothing. */
    public GrantingPlan plan(Access access) {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            Set<AclBinding> there = new HashSet<>(rights(admin));
            GivenRights own = own();
            List<AclBinding> wanted = Grants.rights(access);
            return new GrantingPlan(
                    wanted.stream().filter(right -> !there.contains(right)).toList(),
                    GivenRecord.rights(own).stream()
                            .filter(right -> !wanted.contains(right) && there.contains(right))
                            .sorted(Grants.ORDER)
                            .toList(),
                    SupplierQuotas.changes(admin, Grants.quotas(access), own.getQuotas()),
                    own);
        }
    }

    /** Whether any rights were ever given by this. */
    public boolean hasGiven() {
        return !own().getRights().isEmpty();
    }

    /** Does it; interrupted, it is simply done again. */
    public void make(GrantingPlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        keep(plan.during()); // first: what was made is known even if this ends in the middle
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaCalls.await(
                    "take rights", admin.deleteAcls(filters(plan.take())).all());
            KafkaCalls.await("give rights", admin.createAcls(plan.give()).all());
            SupplierQuotas.alter(admin, plan.quotas());
            Set<AclBinding> gone = Set.copyOf(plan.take());
            KafkaCalls.awaitSeen("give rights", () -> isSeen(admin, plan.give(), gone));
        }
        keep(plan.after());
    }

    /** Takes from one all that was given by this; what that was. */
    public List<AclBinding> takeFrom(String principal) {
        GivenRights own = own();
        List<AclBinding> taken = GivenRecord.rights(own).stream()
                .filter(right -> right.entry().principal().equals(principal))
                .sorted(Grants.ORDER)
                .toList();
        make(new GrantingPlan(List.of(), taken, List.of(), own));
        return taken;
    }

    private static boolean isSeen(Admin admin, List<AclBinding> given, Set<AclBinding> gone) {
        Collection<AclBinding> now = rights(admin);
        return new HashSet<>(now).containsAll(given) && now.stream().noneMatch(gone::contains);
    }

    private static List<AclBindingFilter> filters(List<AclBinding> rights) {
        return rights.stream().map(AclBinding::toFilter).toList();
    }

    private static Collection<AclBinding> rights(Admin admin) {
        try {
            return KafkaCalls.await(
                    "tell who may do what",
                    admin.describeAcls(AclBindingFilter.ANY).values());
        } catch (KafkaCallException e) {
            if (e.getCause() instanceof SecurityDisabledException) {
                throw new RolloutException(
                        "This Kafka asks nobody for rights: its brokers have no authorizer.",
                        "Set authorizer.class.name on them, and give them a listener where users log in; or leave out"
                                + " --acls.");
            }
            throw e;
        }
    }

    private GivenRights own() {
        GivenRights own = LatestValues.ifThere(Topics.RIGHTS, hub.client(), hub.registry())
                .get(Topics.RIGHTS_KEY);
        return own == null ? new GivenRights(new ArrayList<>(), new ArrayList<>()) : own;
    }

    private void keep(GivenRights rights) {
        new KeptValue<>(Topics.RIGHTS, Topics.RIGHTS_KEY, rights).write(hub.client(), hub.registry());
    }
}
