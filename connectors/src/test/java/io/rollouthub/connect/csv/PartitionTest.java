package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionTest {

    @Test
    void itsPartsStandInOneOrderWhateverTheJvm() {
        assertThat(Outgoing.partition("supplier", "acme", "site", "x")).hasToString("{site=x, supplier=acme}");
        assertThat(Outgoing.partition("site", "x", "supplier", "acme")).hasToString("{site=x, supplier=acme}");
        assertThat(new SiteRow.Site("south", "x", "p", "R0").partition("acme"))
                .hasToString("{site=south/x/p/R0, supplier=acme}");
    }
}
