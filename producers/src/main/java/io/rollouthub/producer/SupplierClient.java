package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.producer.EventPreparation.Prepared;
import io.rollouthub.topic.SupplierNames;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * A supplier's connection to the hub: publishes its events and tells what became of each.
 *
 * <p>Safe for use by several threads; one client is enough for a process. Events on one cluster keep the order in which
 * they are published. Futures complete one after another on a thread of the client's own, so what hangs on them may take
 * its time, publish, or close the client.
 */
public final class SupplierClient implements AutoCloseable {
    private final ClientSettings settings;
    private final Connections connections;
    private final Callbacks callbacks = new Callbacks();
    private final Outstanding outstanding;
    private final HubAnswers answers;
    private final AnswerReader reader;
    private final EventPreparation preparation;
    private final Sender sender;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SupplierClient(
            ClientSettings settings, Connections connections, InstantSource clock, LongSupplier nanoTime) {
        ClientSettings.Waiting waiting = settings.waiting();
        String supplier = settings.supplier();
        SupplierNames names = new SupplierNames(settings.hub());
        this.settings = settings;
        this.connections = connections;
        this.outstanding = new Outstanding(waiting.outstanding(), waiting.verdict(), nanoTime, callbacks);
        this.answers = new HubAnswers(connections.registry(), outstanding, settings.hub());
        this.reader = new AnswerReader(connections.consumer(), answers, outstanding, waiting.connect());
        this.preparation = new EventPreparation(names.in(supplier), connections.registry(), answers::check, clock);
        this.sender = new Sender(connections.producer(), names.in(supplier), waiting.verdicts(), outstanding);
    }

    /**
     * Connects a supplier, and reads the programme in force. The hub itself need not be running.
     *
     * @throws SupplierClientException if Kafka or the registry cannot be reached, or are not prepared for this supplier;
     *     the message says which and what to do
     */
    public static SupplierClient connect(ClientSettings settings) {
        Connections connections;
        try {
            connections = Connections.open(settings);
        } catch (RuntimeException e) {
            throw SupplierClientException.of(e, settings.bootstrapServers());
        }
        return connect(settings, connections, InstantSource.system(), System::nanoTime);
    }

    static SupplierClient connect(
            ClientSettings settings, Connections connections, InstantSource clock, LongSupplier nanoTime) {
        SupplierClient client = new SupplierClient(settings, connections, clock, nanoTime);
        try {
            client.open();
            return client;
        } catch (RuntimeException e) {
            connections.close();
            throw SupplierClientException.of(e, settings.bootstrapServers());
        }
    }

    private void open() {
        String supplier = settings.supplier();
        reader.readProgramme();
        Refusal unknown = answers.check().checkSupplier(supplier);
        if (unknown != null) {
            throw new SupplierClientException(
                    unknown.detail(), "Mend the supplier's name, or have the hub's operator add it to the programme.");
        }
        preparation.requireSchemas();
        SupplierNames names = new SupplierNames(settings.hub());
        reader.partitionsOf(names.in(supplier));
        if (settings.waiting().verdicts()) {
            reader.join(names.verdicts(supplier));
        }
        reader.start();
    }

    /**
     * Publishes a report in this supplier's name.
     *
     * @return as {@link #publish(SpecificRecord)} does
     */
    public CompletableFuture<Verdict> publish(Report report) {
        return publish(report.by(settings.supplier()));
    }

    /**
     * Publishes an event: one of the four event records, with this supplier's name in it.
     *
     * <p>It is judged here first, by the gate's own checks under the programme in force and by this machine's clock in
     * place of the broker's; what fails is refused and not sent. Waits for room when too many events are outstanding
     * or Kafka cannot keep up.
     *
     * @return the verdict; fails with a {@link SupplierClientException} if Kafka did not take the event, or if no verdict
     *     came in time: to publish the very same event again is the cure of both, as the hub drops an identical repeat
     */
    public CompletableFuture<Verdict> publish(SpecificRecord event) {
        Prepared prepared = preparation.prepare(event);
        if (prepared instanceof Prepared.Ready ready) {
            return hearing(event, sender.send(ready));
        }
        Refusal refusal = ((Prepared.Unfit) prepared).refusal();
        return CompletableFuture.completedFuture(new Verdict.Refused(refusal, null));
    }

    /** Whoever asked to hear once more of what the ledger refuses. */
    @SuppressWarnings("deprecation") // it goes on for those who do
    private CompletableFuture<Verdict> hearing(SpecificRecord event, CompletableFuture<Verdict> verdict) {
        if (settings.ledger() != ClientSettings.LedgerListener.NOBODY) {
            var unused = verdict.thenAccept(result -> {
                if (result instanceof Verdict.Refused refused
                        && refused.refusal().reason().isByLedger()
                        && refused.origin() != null
                        && refused.acceptedAt() != null) {
                    settings.ledger()
                            .refused()
                            .accept(new LedgerRefusal(
                                    event, refused.refusal(), refused.origin(), refused.acceptedAt()));
                }
            });
        }
        return verdict;
    }

    /** Returns when Kafka has taken, or finally not taken, everything published so far; verdicts are not waited for. */
    public void flush() {
        connections.producer().flush();
    }

    /**
     * Publishes no more and waits for what is outstanding, as long as the settings say in all; what is still outstanding
     * then fails.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Deadline deadline = Deadline.in(settings.waiting().close());
        outstanding.end("the client is closed");
        try {
            connections.producer().close(deadline.left());
            outstanding.awaitNone(deadline.left());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
        outstanding.abandon("the client was closed before its verdict came", null);
        try {
            reader.stop();
            callbacks.close(deadline.left());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.registry().close();
    }
}
