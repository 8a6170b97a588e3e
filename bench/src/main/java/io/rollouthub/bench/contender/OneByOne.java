package io.rollouthub.bench.contender;

import io.rollouthub.bench.contender.Heat.Observer;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Sent;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A turn in which, after the first quarter, each report is sent when the one before it has been committed. */
public record OneByOne(Ground ground, Contender contender) {

    /** Sends so many of the reports behind the first quarter. */
    public void run(List<Sent> reports, int single, Observer observer) {
        int quarter = reports.size() / 4;
        try (Turn turn = Turn.on(ground)) {
            turn.apply(contender.app());
            turn.publish(turn.encode(reports.subList(0, quarter)));
            Lot rest = turn.encode(reports.subList(quarter, Math.min(reports.size(), quarter + single)));
            try (Running running = contender.start(turn)) {
                Finish.await(ground.admin(), running);
                observer.look(turn);
                send(running, rest);
                observer.look(turn);
            }
        }
    }

    private void send(Running running, Lot lot) {
        try (Producer<String, byte[]> producer = Lot.producer(ground.client(), 0)) {
            for (ProducerRecord<String, byte[]> record : lot.records()) {
                producer.send(record).get();
                Finish.await(ground.admin(), running);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a report could not be published", e);
        }
    }
}
