package io.rollouthub.hub.cli;

import io.rollouthub.check.Reason;
import io.rollouthub.check.RecordSize;
import io.rollouthub.journal.Origin;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.RejectedRecords;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.serde.RejectionHeaders;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a rejected record in full. */
@Command(
        name = "show",
        description = "Show a refused record: why, where it came from, and what is in it.",
        footer = "  rollout rejected show --data d bt 0:17")
final class RejectedShowCommand extends LookCommand {
    private static final int ROW = 16;

    @Mixin
    private RejectedArguments place;

    @Override
    int look(HubReader reader) {
        RejectedRecords records = new RejectedRecords(reader.connection());
        RejectedRecord one = place.find(records);
        boolean sentAgain = records.wasSentAgain(one);
        PrintWriter out = out();
        RejectionHeaders why = one.what().why();
        Origin origin = why.origin();
        out.println("reason       " + why.refusal().reason());
        out.println("detail       " + why.refusal().detail());
        out.println("came from    " + origin.getTopic() + " " + origin.getPartition() + ":" + origin.getOffset()
                + " at " + IsoTime.print(why.acceptedAt()));
        out.println("stands in    " + one.record().topic() + " " + one.placeOnTopic());
        out.println("sent again   " + (sentAgain ? "yes" : "no"));
        out.println("key          " + one.record().key());
        for (Header header : one.record().headers()) {
            if (!RejectedArguments.isOurs(header)) {
                out.println("header       " + header.key() + ": "
                        + (header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        if (why.refusal().reason() == Reason.TOO_LARGE) {
            out.println("kept         the first " + RecordSize.KEPT + " bytes");
        }
        if (one.event() != null) {
            out.println("event        " + EventLines.write(one.event()));
        } else {
            dump(one.record().value(), out);
        }
        return 0;
    }

    /** The bytes sixteen a row, in hexadecimal and as far as they are printable ASCII. */
    private static void dump(byte[] bytes, PrintWriter out) {
        HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int row = 0; row < bytes.length; row += ROW) {
            int end = Math.min(bytes.length, row + ROW);
            StringBuilder text = new StringBuilder();
            for (int i = row; i < end; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            out.printf("%08x     %-48s %s%n", row, hex.formatHex(bytes, row, end), text);
        }
    }
}
