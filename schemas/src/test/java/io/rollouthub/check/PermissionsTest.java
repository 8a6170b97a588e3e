package io.rollouthub.check;

import static io.rollouthub.check.Reports.ACCEPTED_AT;
import static io.rollouthub.check.Reports.goLive;
import static io.rollouthub.check.Reports.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PermissionsTest {
    private final EventCheck check = new EventCheck(Reports.PROGRAMME);

    @Test
    void aSupplierOfTheProgrammeIsKnown() {
        assertThat(check.checkSupplier("fujitsu")).isNull();
    }

    @Test
    void theTopicOfAnyOtherSupplierIsRefusedWhateverIsOnIt() {
        Refusal refusal = new Refusal(
                Reason.UNKNOWN_SUPPLIER,
                "the topic is that of \"Fujitsu\", which is not among the suppliers of programme npfit; they are bt, "
                        + "fujitsu");

        assertThat(check.checkSupplier("Fujitsu")).isEqualTo(refusal);
        assertThat(check.check(goLive().setEventId("").build(), "Fujitsu", ACCEPTED_AT))
                .isEqualTo(refusal);
    }

    @Test
    void aSupplierSpeaksForItselfAlone() {
        assertThat(judge(goLive().setSupplier("bt").setCluster("nowhere").build()))
                .isEqualTo(new Refusal(
                        Reason.SUPPLIER_MISMATCH,
                        "supplier is \"bt\" on the topic of \"fujitsu\"; a supplier publishes to its own topic, in "
                                + "its own name"));
    }

    @Test
    void aClusterOutsideTheProgrammeIsUnknown() {
        assertThat(judge(goLive().setCluster("South").build()))
                .isEqualTo(new Refusal(
                        Reason.UNKNOWN_CLUSTER,
                        "cluster is \"South\", which is not among the clusters of programme npfit; they are london, "
                                + "south"));
    }

    @Test
    void aClusterOfOtherSuppliersIsNotAllowed() {
        assertThat(judge(goLive().setCluster("london").build()))
                .isEqualTo(new Refusal(
                        Reason.CLUSTER_NOT_ALLOWED,
                        "cluster is \"london\", but fujitsu may report on south; add it to suppliers.fujitsu.clusters "
                                + "of the programme if it should"));
    }
}
