package io.rollouthub.model;

import io.rollouthub.model.FactKey.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in a random programme. Some begin with others and go on with '-' or '.', which sort before the slash of an
 * alertId: sorted as tuples and sorted as strings, they come out differently.
 */
record Names(
        List<String> clusters,
        List<String> suppliers,
        List<String> sites,
        List<String> products,
        List<String> releases,
        List<String> commitments,
        List<String> contracts) {

    static Names of(Size size, Chance chance) {
        return new Names(
                chance.some(size.clusters(), List.of("n", "n-1", "n.1", "South", "n1")),
                chance.some(size.suppliers(), List.of("a", "a-1", "Zeta", "a.1", "a1")),
                many(size.sites(), "s", chance),
                chance.some(size.products(), List.of("core", "core-x", "Core")),
                chance.some(size.releases(), List.of("R1", "R1.1", "R1-b", "R2")),
                many(size.commitments(), "m", chance),
                chance.some(size.contracts(), List.of("k", "k-1")));
    }

    private static List<String> many(int n, String letter, Chance chance) {
        List<String> names = new ArrayList<>(List.of(letter, letter + "-1", letter + ".1", "M-" + letter));
        for (int i = names.size(); i < n; i++) {
            names.add(letter + i);
        }
        return chance.some(n, names);
    }

    Thing thing(Mood mood, String cluster, Chance chance) {
        Weights.Subjects subjects = Weights.of(mood).subjects();
        int kind = chance.weighted(subjects.goLive(), subjects.release(), subjects.commitment(), subjects.contract());
        return switch (kind) {
            case 0 ->
                new Thing(Kind.GO_LIVE, cluster, chance.pick(sites), chance.pick(products), chance.pick(releases));
            case 1 -> new Thing(Kind.RELEASE, cluster, "", chance.pick(products), chance.pick(releases));
            case 2 -> new Thing(Kind.COMMITMENT, cluster, chance.pick(commitments), "", "");
            default -> new Thing(Kind.CONTRACT, cluster, chance.pick(contracts), "", "");
        };
    }
}
