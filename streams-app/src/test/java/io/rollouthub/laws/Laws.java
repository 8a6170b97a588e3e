package io.rollouthub.laws;

import static org.assertj.core.api.Assertions.fail;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.model.Shrink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Tries a law on random journals; of one that breaks it the seed and the shortest part that still does are shown. */
final class Laws {
    /** How many journals the comparison with the model tries. */
    private static final int MANY = Integer.getInteger("rollout.laws.programmes", 100);

    /** How many journals the other laws try, each of which takes several runs of a ledger: most of them short. */
    private static final int SMALL = Math.max(2, MANY * 2 / 3);

    /** One journal in so many of those is as long as any. */
    private static final int LONG_ONE_IN = 50;

    private static final Duration SHRINKING = Duration.ofSeconds(Integer.getInteger("rollout.laws.shrinking", 60));

    private Laws() {}

    /** What should hold on any journal. */
    interface Law {
        /** How a journal breaks it, in words; null if it does not. The journal's first entry is a programme. */
        @Nullable
        String brokenBy(List<JournalEntry> journal);
    }

    /** On many journals of all sizes. */
    static void hold(long first, Law law) {
        hold(LongStream.range(first, first + MANY), Programmes::random, law);
    }

    /** On hundreds of small journals, and a few that are not. */
    static void holdOnSmall(long first, Law law) {
        hold(
                LongStream.range(first, first + SMALL),
                seed -> seed % LONG_ONE_IN == 0 ? Programmes.random(seed) : Programmes.small(seed),
                law);
    }

    private static void hold(LongStream seeds, LongFunction<RandomProgramme> journal, Law law) {
        Optional<RandomProgramme> failing = seeds.parallel()
                .mapToObj(journal)
                .filter(programme -> told(law, programme.entries()) != null)
                .findAny();
        if (failing.isPresent()) {
            RandomProgramme programme = failing.get();
            List<JournalEntry> shortest =
                    Shrink.shrink(programme.entries(), entries -> told(law, entries) != null, SHRINKING);
            StringBuilder text = new StringBuilder();
            shortest.forEach(entry -> text.append("\n  ").append(entry));
            fail(
                    "%s (-Drollout.seed=%d)%n%s%nshortest journal that fails:%s",
                    programme, programme.seed(), told(law, shortest), text);
        }
    }

    private static @Nullable String told(Law law, List<JournalEntry> journal) {
        try {
            return law.brokenBy(journal);
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }
}
