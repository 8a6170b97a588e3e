package io.rollouthub.hub.rights;

import io.rollouthub.journal.GivenRights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;

/**
 * What is to change in rights and quotas.
 *
 * @param before what the hub has made so far
 */
public record GrantingPlan(
        List<AclBinding> give, List<AclBinding> take, List<SupplierQuotas.Change> quotas, GivenRights before) {

    /** Where nothing is asked for. */
    public static final GrantingPlan NOTHING =
            new GrantingPlan(List.of(), List.of(), List.of(), new GivenRights(List.of(), List.of()));

    /** Whether all is as it has to be. */
    public boolean isEmpty() {
        return give.isEmpty() && take.isEmpty() && quotas.isEmpty();
    }

    /** The changes for people, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(lines("take from", take));
        lines.addAll(lines("give", give));
        quotas.forEach(change -> lines.add(change.line()));
        return lines;
    }

    /** Rights in lines for people. */
    public static List<String> lines(String verb, List<AclBinding> rights) {
        Map<String, List<String>> operations = new LinkedHashMap<>();
        for (AclBinding right : rights) {
            String kind = right.pattern()
                    .resourceType()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' ');
            String start = right.pattern().patternType() == PatternType.PREFIXED ? "s that begin with " : " ";
            operations
                    .computeIfAbsent(
                            right.entry().principal() + "|on " + kind + start
                                    + right.pattern().name(),
                            same -> new ArrayList<>())
                    .add(right.entry().operation().name());
        }
        List<String> lines = new ArrayList<>();
        operations.forEach((place, all) -> {
            int bar = place.lastIndexOf("|on ");
            lines.add(verb + " " + place.substring(0, bar) + " " + String.join(", ", all) + " "
                    + place.substring(bar + 1));
        });
        return lines;
    }

    /** What is the hub's while this is done: more than will be. */
    GivenRights during() {
        Set<AclBinding> rights = new LinkedHashSet<>(GivenRecord.rights(before));
        rights.addAll(give);
        Set<String> limited = new LinkedHashSet<>(before.getQuotas());
        quotas.stream().filter(change -> !change.isEnd()).forEach(change -> limited.add(change.principal()));
        return GivenRecord.of(rights, limited);
    }

    /** What is the hub's once it is done. */
    GivenRights after() {
        GivenRights during = during();
        Set<AclBinding> rights = new LinkedHashSet<>(GivenRecord.rights(during));
        take.forEach(rights::remove);
        Set<String> limited = new LinkedHashSet<>(during.getQuotas());
        quotas.stream().filter(SupplierQuotas.Change::isEnd).forEach(change -> limited.remove(change.principal()));
        return GivenRecord.of(rights, limited);
    }
}
