package io.rollouthub.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFeedTest {
    private static final String HEADER =
            "Id,Type,Reported,Product,Release,Milestone,Title,State,Date,Target,Sites,Contract,"
                    + "Buyer,Provider,Value,Currency,Months";
    private static final Instant MAY = Instant.parse("2006-05-08T09:00:00Z");

    @TempDir
    private Path dir;

    private Dropped dropped;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        dropped = new Dropped(dir, """
                supplier: fujitsu
                zone: Europe/London
                reported-at: Reported
                events:
                  record: { column: Type, words: { R: ReleaseEvent, M: MilestoneEvent, C: ContractEvent } }
                  fields:
                    eventId: Id
                    cluster: { value: south }
                    product: Product
                    release: Release
                    milestone: Milestone
                    title: Title
                    status: State
                    stage: State
                    date: Date
                    target.type: Target
                    target.count: Sites
                    target.product: Product
                    contract: Contract
                    buyer: Buyer
                    provider: Provider
                    value: Value
                    currency: Currency
                    termMonths: Months
                """, Instant.parse("2006-08-01T12:00:00Z"));
    }

    @Test
    void eachRowIsOneEvent() throws IOException {
        dropped.drop(
                "may.csv",
                MAY,
                HEADER,
                "r-1,R,2006-05-01,millennium,R0,,,delivered,2006-04-30,,,,,,,,",
                "m-1,M,2006-05-02T10:00:00+01:00,,,dozen,Twelve by October,COMMITTED,2006-10-31,GoLiveCount,12,,,,,,",
                "c-1,C,2006-05-03,,,,,SIGNED,2006-05-03,,,c1,nhs,fujitsu,896000000.5,GBP,120");

        assertThat(events())
                .containsExactly(
                        new ReleaseEvent(
                                "r-1",
                                Instant.parse("2006-04-30T23:00:00Z"),
                                "fujitsu",
                                "south",
                                "millennium",
                                "R0",
                                ReleaseStage.DELIVERED,
                                LocalDate.of(2006, 4, 30),
                                null,
                                null),
                        new MilestoneEvent(
                                "m-1",
                                Instant.parse("2006-05-02T09:00:00Z"),
                                "fujitsu",
                                "south",
                                "dozen",
                                "Twelve by October",
                                MilestoneStatus.COMMITTED,
                                LocalDate.of(2006, 10, 31),
                                new GoLiveCount(12, null, null, null),
                                null,
                                null),
                        new ContractEvent(
                                "c-1",
                                Instant.parse("2006-05-02T23:00:00Z"),
                                "fujitsu",
                                "south",
                                "c1",
                                "nhs",
                                "fujitsu",
                                ContractStage.SIGNED,
                                LocalDate.of(2006, 5, 3),
                                new BigDecimal("896000000.50"),
                                "GBP",
                                120,
                                null,
                                null));
        assertThat(dropped.files()).containsExactly("done/may.csv");
    }

    @Test
    void whatIsNoEventIsRejectedWithTheFieldAndTheReason() throws IOException {
        dropped.drop(
                "may.csv",
                MAY,
                HEADER,
                "x-1,S,2006-05-01,,,,,,,,,,,,,,",
                "r-1,R,2006-05-01,millennium,R0,dozen,,DELIVERED,2006-04-30,,,,,,,,",
                "r-2,R,soon,millennium,R0,,,DELIVERED,2006-04-30,,,,,,,,",
                "r-3,R,2006-05-01,millennium,R0,,,SHIPPED,2006-04-30,,,,,,,,",
                "r-4,R,2006-05-01,millennium,R0,,,DELIVERED,,,,,,,,,",
                "r-5,R,2006-05-01,millennium,,,,DELIVERED,2006-04-30,,,,,,,,",
                "m-1,M,2006-05-02,,,dozen,Twelve,COMMITTED,2006-10-31,,12,,,,,,",
                "m-2,M,2006-05-02,,,dozen,Twelve,COMMITTED,2006-10-31,GoLiveCount,twelve,,,,,,",
                "c-1,C,2006-05-03,,,,,SIGNED,2006-05-03,,,c1,nhs,fujitsu,\"896,000,000\",GBP,120");

        assertThat(events()).isEmpty();
        assertThat(rejects())
                .containsExactly(
                        "2: \"S\" in column \"Type\" is not among the words of the mapping: R, M, C",
                        "3: milestone is no field of a ReleaseEvent; leave its cell blank",
                        "4: reported-at: \"soon\" is no date of the form yyyy-MM-dd, and no instant such as"
                                + " \"2006-10-31T09:00:00Z\"",
                        "5: stage: \"SHIPPED\" is not known; give one of PLANNED, POSTPONED, DELIVERED, ACCEPTED, WITHDRAWN",
                        "6: MISSING_DATE: date is missing; DELIVERED needs one",
                        "7: release is blank",
                        "8: target.count is given without target.type",
                        "9: target.count: \"twelve\" is no whole number",
                        "10: value: \"896,000,000\" is no amount; write it like 996000000.00");
    }

    @Test
    void readingGoesOnBehindTheLastLineSent() throws IOException {
        String[] rows = {
            HEADER,
            "r-1,R,2006-05-01,millennium,R0,,,DELIVERED,2006-04-30,,,,,,,,",
            "r-2,R,2006-05-01,millennium,R0,,,SHIPPED,2006-04-30,,,,,,,,",
            "r-3,R,2006-05-01,millennium,R0,,,ACCEPTED,2006-04-30,,,,,,,,",
            "r-4,R,2006-05-01,millennium,R1,,,DELIVERED,2006-04-30,,,,,,,,"
        };
        dropped.drop("may.csv", MAY, rows);
        dropped.step(dropped.feed(1));
        dropped.all(dropped.feed(2));
        dropped.drop("may.csv", MAY, rows);
        dropped.all(dropped.feed(2));

        assertThat(dropped.sent())
                .extracting(one -> ReportedEvent.of(one.event()).eventId())
                .containsExactly("r-1", "r-3", "r-4");
        assertThat(dropped.lines("done/may.csv.rejects.csv")).hasSize(2);
    }

    /** Lines and reasons. */
    private List<String> rejects() throws IOException {
        String text = String.join("\r\n", dropped.lines("done/may.csv.rejects.csv"));
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.stream()
                    .skip(1)
                    .map(row -> row.get(0) + ": " + row.get(1))
                    .toList();
        }
    }

    private List<SpecificRecord> events() {
        return dropped.all(dropped.feed(2)).stream().map(Outgoing::event).toList();
    }
}
