package io.rollouthub.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.testkit.Npfit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeDifferencesTest {
    @Test
    void eachValueThatDiffersIsALineInTheWordsOfTheFile() {
        Programme before = Npfit.PROGRAMME;
        Programme after = Programme.newBuilder(before)
                .setThresholds(Thresholds.newBuilder(before.getThresholds())
                        .setAtRiskBelow(0.25)
                        .build())
                .setSuppliers(List.of(
                        before.getSuppliers().get(0),
                        Supplier.newBuilder(before.getSuppliers().get(1))
                                .setClusters(List.of("south", "london"))
                                .build()))
                .build();

        assertThat(ProgrammeDifferences.between(before, after))
                .containsExactly(
                        "suppliers.fujitsu.clusters: south -> south, london",
                        "thresholds.atRiskBelow: " + before.getThresholds().getAtRiskBelow() + " -> 0.25");
    }

    @Test
    void aSupplierThatComesOrGoesIsTold() {
        Programme one = Npfit.programmeFor("bt", "london");

        assertThat(ProgrammeDifferences.between(one, Npfit.PROGRAMME))
                .contains("suppliers.fujitsu.name: nothing -> Fujitsu", "suppliers.fujitsu.clusters: nothing -> south");
        assertThat(ProgrammeDifferences.between(null, one)).containsExactly("the first");
        assertThat(ProgrammeDifferences.between(one, one)).isEmpty();
    }
}
