/**
 * The supplier's client: publishes events and tells what the hub made of them.
 *
 * <pre>{@code
 * import io.rollouthub.producer.ClientSettings;
 * import io.rollouthub.producer.GoLiveReports;
 * import io.rollouthub.producer.Reports;
 * import io.rollouthub.producer.SupplierClient;
 * import io.rollouthub.producer.Target;
 * import io.rollouthub.producer.Verdict;
 * import java.time.Instant;
 * import java.time.LocalDate;
 * import java.util.concurrent.CompletableFuture;
 *
 * class Example {
 *     public static void main(String[] args) {
 *         ClientSettings settings = ClientSettings.of("localhost:9092", "http://localhost:8081", "fujitsu");
 *         try (SupplierClient client = SupplierClient.connect(settings)) {
 *             Reports south = Reports.on("south");
 *
 *             // Ids and times are those of the supplier's own records, so that a repeat is the very same event.
 *             GoLiveReports weston = south.goLive("weston", "millennium", "R0").named("Weston Area Health");
 *             LocalDate saturday = LocalDate.of(2006, 7, 29);
 *             tell(client.publish(weston.planned("weston-1", Instant.parse("2006-06-01T09:00:00Z"), saturday)));
 *             tell(client.publish(weston.live("weston-2", Instant.parse("2006-07-31T09:00:00Z"), saturday)));
 *
 *             Instant agreed = Instant.parse("2006-06-30T09:00:00Z");
 *             Target twelve = Target.goLives(12).of("millennium", "R0");
 *             tell(client.publish(south.commitment("dozen", "Twelve trusts by the end of October")
 *                     .committed("dozen-1", agreed, LocalDate.of(2006, 10, 31), twelve)
 *                     .source("Hansard, 30 June 2006")));
 *         } // waits for the verdicts
 *     }
 *
 *     private static void tell(CompletableFuture<Verdict> published) {
 *         published.whenComplete((verdict, problem) -> {
 *             if (problem != null) {
 *                 System.err.println("unknown, publish it again: " + problem.getMessage());
 *             } else if (verdict instanceof Verdict.Refused refused) {
 *                 System.err.println("refused: " + refused.refusal().reason() + ": " + refused.refusal().detail());
 *             } else {
 *                 System.out.println(verdict);
 *             }
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p><b>What a supplier can rely on.</b> An event on which the hub has spoken, or that is {@link
 * io.rollouthub.producer.Verdict.Sent}, is in Kafka once, on all replicas, behind those published before it on its
 * cluster. An event whose future failed may or may not be there: publish the very same again, with its eventId and its
 * reportedAt; the hub drops an identical repeat.
 *
 * <p><b>One verdict.</b> {@link io.rollouthub.producer.Verdict} is the hub's last word on an event: {@link
 * io.rollouthub.producer.Verdict.Accepted} means that it counts. It is told on the supplier's own topic of verdicts, where a
 * client that comes later can read it for a week.
 *
 * <p><b>Corrections.</b> A report may {@linkplain io.rollouthub.producer.Report#replaces replace} one that comes later,
 * so it is accepted whatever it names; of what is not there yet its verdict {@linkplain
 * io.rollouthub.producer.Verdict.Accepted#warning warns}.
 *
 * <p><b>Two clocks.</b> Before it is sent, an event is checked by this machine's clock; at the gate, by the broker's. An
 * event that says "now" on a machine more than five minutes fast passes here and is refused there.
 *
 * <p><b>What Kafka must allow.</b> To write to {@code rollout.in.<supplier>} and to read {@code rollout.programme}
 * and {@code rollout.verdicts.<supplier>}; no consumer group, no transaction.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.producer;
