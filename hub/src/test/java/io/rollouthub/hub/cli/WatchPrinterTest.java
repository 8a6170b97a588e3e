package io.rollouthub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.terminal.Look;
import io.rollouthub.hub.terminal.Times;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.topic.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is printed of a change. */
class WatchPrinterTest {
    private static final DeliveryRate OF_AN_OLDER_HUB =
            new DeliveryRate("north", "2020-02", null, null, null, 1, 7, 2, 8, 3, 9);

    private final StringWriter printed = new StringWriter();
    private final WatchPrinter people = new WatchPrinter(new PrintWriter(printed), false, Look.PLAIN, Times.UTC);

    @Test
    void aMonthsOwnFiguresAreNews() {
        DeliveryRate now =
                DeliveryRate.newBuilder(OF_AN_OLDER_HUB).setGoLives(2).build();
        change(now);
        assertThat(printed.toString()).endsWith("north/2020-02  goLives 1 → 2" + System.lineSeparator());
    }

    @Test
    void sumsThatNoRowCarriesAnyMoreAreNone() {
        change(new DeliveryRate("north", "2020-02", null, null, null, 1, null, 2, null, 3, null));
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void aPartOfAMonthIsLeftToMachines() {
        change(new DeliveryRate("north", "2020-02", "acme", null, null, 5, null, null, null, null, null));
        assertThat(printed.toString()).isEmpty();
    }

    private void change(DeliveryRate now) {
        people.change(new HubRecord(Topics.DELIVERY_RATES, 0, "north/2020-02", now), OF_AN_OLDER_HUB);
    }
}
