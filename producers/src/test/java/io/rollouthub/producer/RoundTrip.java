package io.rollouthub.producer;

import static io.rollouthub.testkit.Npfit.NOW;

import java.util.concurrent.CompletableFuture;
import org.apache.avro.util.ClassSecurityValidator;

/** A supplier's program, to be run by {@link ForeignJvmTest} in a JVM that knows nothing of us. */
final class RoundTrip {
    private RoundTrip() {}

    public static void main(String[] args) {
        FakeHub hub = new FakeHub();
        Report report = Reports.on("south")
                .commitment("dozen", "Twelve")
                .committed("e-1", NOW, NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate(), Target.goLives(12));
        try (SupplierClient client = hub.connect()) {
            CompletableFuture<Verdict> verdict = client.publish(report);
            hub.take();
            hub.accept(0, report.by("fujitsu"));
            if (ClassSecurityValidator.getGlobal().isTrusted(Runtime.class)) {
                throw new AssertionError("trusts others too");
            }
            System.out.println(Futures.result(verdict).getClass().getSimpleName());
        }
    }
}
