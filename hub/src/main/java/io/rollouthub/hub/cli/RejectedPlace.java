package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.reader.rejected.RejectedRecords;
import picocli.CommandLine.Parameters;

/** The arguments that name one refused record. */
final class RejectedPlace {
    @Parameters(index = "0", paramLabel = "SUPPLIER", description = "Whose topic it came on.")
    private String supplier = "";

    @Parameters(index = "1", paramLabel = "PLACE", description = "partition:offset, as 'rejected list' shows it.")
    private String place = "";

    /** The record. */
    RejectedRecord find(Connection hub) {
        return new RejectedRecords(hub)
                .read(supplier).stream()
                        .filter(one -> one.place().equals(place))
                        .findFirst()
                        .orElseThrow(() -> new RolloutException(
                                "There is no refused record of " + supplier + " at " + place + ".",
                                "'rollout rejected list --supplier " + supplier + "' shows those there are."));
    }
}
