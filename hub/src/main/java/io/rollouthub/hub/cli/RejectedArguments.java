package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.RejectedRecords;
import io.rollouthub.reader.rejected.RejectedRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Parameters;

/** The arguments that name one rejected record. */
final class RejectedArguments {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    @Parameters(index = "0", paramLabel = "SUPPLIER", description = "Whose topic it came on.")
    private String supplier = "";

    @Parameters(index = "1", paramLabel = "PLACE", description = "partition:offset, as 'rejected list' shows it.")
    private String place = "";

    /** The record. */
    RejectedRecord find(RejectedRecords records) {
        Matcher at = PLACE.matcher(place);
        RejectedRecord found =
                at.matches() ? records.at(supplier, Integer.parseInt(at.group(1)), Long.parseLong(at.group(2))) : null;
        if (found == null) {
            throw new RolloutException(
                    "There is no refused record of " + supplier + " at " + place + ".",
                    "'rollout rejected list --supplier " + supplier + "' shows those there are.");
        }
        return found;
    }

    /** Whether it is one of the hub's own headers, and none that came with the record. */
    static boolean isOurs(Header header) {
        return header.key().startsWith("rollout-");
    }
}
