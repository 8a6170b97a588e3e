package io.rollouthub.bench.contender;

import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import java.util.List;

/** Whether a hub's figures are out, too, once all is committed; one of before it told has nothing left then. */
final class FiguresOut implements Running.Rest {
    private final Turn turn;
    private final Lag lag;
    private final boolean told;

    FiguresOut(Turn turn) {
        this.turn = turn;
        lag = new Lag(turn.ground().admin(), turn.ground().client(), turn.registry());
        told = KafkaClients.topics(turn.ground().admin()).contains(Topics.PROGRESS.name());
    }

    @Override
    public boolean isOut() {
        return !told || lag.total(Stage.LEDGER, turn.ends(List.of(Topics.JOURNAL.name()))) == 0;
    }

    @Override
    public void close() {
        lag.close();
    }
}
