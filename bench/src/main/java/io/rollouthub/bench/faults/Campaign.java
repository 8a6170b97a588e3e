package io.rollouthub.bench.faults;

import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.output.AlertKind;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.report.AlertId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Faults one after the other, now and then two at once, while suppliers report; then the reckoning. */
public final class Campaign {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PAUSE_MILLIS = 2_000;

    /** Threads that a process may have more at the end than at the begin: pools fill when there is something to do. */
    private static final int MORE_THREADS = 40;

    private final Plan plan;
    private final Consumer<String> say;
    private final Random random;
    private final DrawnProgramme programme;
    private final List<FaultRound> rounds = new ArrayList<>();
    private final VitalSigns course = new VitalSigns();

    /** @param say is told what is done */
    public Campaign(Plan plan, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
        random = new Random(plan.seed());
        programme = DrawnProgramme.draw(random, MixProgramme.zone(Instant.now()));
    }

    /** Runs it in a folder, which is empty; throws where the hub does not go on. */
    public Outcome run(Path folder) throws IOException {
        Map<String, String> settings = Map.of(
                "ROLLOUT_CLOCK_INTERVAL",
                "1s",
                "ROLLOUT_STANDBY_REPLICAS",
                Integer.toString(random.nextInt(2)),
                "ROLLOUT_STATE_STORES",
                random.nextBoolean() ? "memory" : "disk");
        say.accept("seed " + plan.seed() + ", in " + folder + ": " + programme.clusters() + " " + programme.suppliers()
                + " " + settings);
        try (Site site = Site.start(folder, plan.brokers(), programme.yaml(), settings)) {
            Connection hub = site.inside();
            try (HeardAlerts told = new HeardAlerts(hub.client());
                    Load load = new Load(programme, site, hub, random, plan)) {
                return run(site, hub, load, told);
            } catch (RuntimeException e) {
                say.accept("What was done, from seed " + plan.seed() + ":");
                rounds.forEach(round -> say.accept(round.toString()));
                site.all().forEach(Part::printThreads);
                throw e;
            } finally {
                hub.registry().close();
            }
        }
    }

    private Outcome run(Site site, Connection hub, Load load, HeardAlerts told) throws IOException {
        if (plan.worker()) {
            site.tell(load.receiver().url());
        }
        load.begin();
        awaitMoving(site, load.publishOverdue("begin", List.of()), told, "begin", new ArrayList<>());
        look(site);
        FaultSource source = new FaultSource(random, site, plan.limits(), load);
        for (int done = 0; done < plan.faults(); ) {
            List<Fault> faults = source.next();
            FaultRound round = round(faults, site, load, told);
            rounds.add(round);
            done += faults.size();
            say.accept(done + ". " + round);
            look(site);
        }
        stayCalm(site, load, told);
        Aftermath.Claims claims = load.end();
        say.accept("Kafka took " + claims.foreign().size() + " records of foreign bytes; reckoning ...");
        Aftermath.Result result = new Aftermath(
                        site, hub, programme.zone(), plan.limits().patience().multipliedBy(3))
                .reckon(claims, plan.worker() ? load.receiver() : null);
        List<String> problems = new ArrayList<>(result.problems());
        boolean foreign = rounds.stream().anyMatch(round -> round.kinds().contains(FaultSource.FOREIGN));
        if (foreign && claims.foreign().isEmpty()) {
            problems.add("Kafka took none of the foreign bytes, so that nothing is shown of them.");
        }
        for (String name : course.names()) {
            if (course.last(name).threads() > course.first(name).threads() + MORE_THREADS) {
                problems.add(name + " had " + course.first(name) + " and has " + course.last(name) + ".");
            }
        }
        return new Outcome(List.copyOf(rounds), result, course, problems);
    }

    private void stayCalm(Site site, Load load, HeardAlerts told) {
        long begun = System.nanoTime();
        for (int minute = 1; minute <= plan.calm().toMinutes(); minute++) {
            KafkaCalls.waitUntil(begun + TimeUnit.MINUTES.toNanos(minute));
            List<String> ended = new ArrayList<>();
            String milestone = "calm-" + minute;
            double seconds = awaitMoving(site, load.publishOverdue(milestone, List.of()), told, milestone, ended);
            look(site);
            say.accept(String.format("calm for %d min: told after %.1f s %s", minute, seconds, ended));
        }
    }

    private void look(Site site) {
        Map<String, ProcessVitals> vitals = new LinkedHashMap<>();
        site.all().forEach(part -> vitals.put(part.name(), part.vitals()));
        course.add(System.nanoTime() / 1e9, vitals);
    }

    private FaultRound round(List<Fault> faults, Site site, Load load, HeardAlerts told) {
        pause(random.nextLong(PAUSE_MILLIS));
        String line = faults.stream().map(Fault::line).collect(Collectors.joining(", with "));
        say.accept(line);
        long begun = System.nanoTime();
        for (Fault fault : faults) {
            fault.begin();
            pause(faults.size() > 1 ? random.nextLong(PAUSE_MILLIS) : 0);
        }
        List<String> ended = new ArrayList<>();
        String number = Integer.toString(rounds.size());
        if (faults.stream().allMatch(Fault::leavesOthersAlone)) {
            String beside = "beside-" + number;
            awaitMoving(site, load.publishOverdue(beside, faults), told, beside, ended);
        }
        faults.stream().sorted(Fault.ENDS_BEFORE).forEach(fault -> {
            KafkaCalls.waitUntil(begun + fault.lasts().toNanos());
            ended.addAll(site.startEnded());
            fault.end();
        });
        String moves = "moves-" + number;
        double seconds = awaitMoving(site, load.publishOverdue(moves, List.of()), told, moves, ended);
        load.forget(faults);
        return new FaultRound(faults.stream().map(Fault::kind).toList(), line, seconds, ended);
    }

    /** Until a report on each of these clusters, which has just been sent, has been judged; the seconds that it takes. */
    private double awaitMoving(
            Site site, List<String> clusters, HeardAlerts told, String milestone, List<String> ended) {
        long begun = System.nanoTime();
        List<String> missing = new ArrayList<>();
        do {
            ended.addAll(site.startEnded());
            KafkaCalls.waitUntil(System.nanoTime() + LOOK_NANOS);
            missing.clear();
            clusters.stream()
                    .filter(cluster ->
                            !told.has(new AlertId(cluster, AlertKind.MILESTONE_MISSED, milestone).toString()))
                    .forEach(missing::add);
            if (System.nanoTime() - begun > plan.limits().patience().toNanos()) {
                throw new CampaignException("After " + plan.limits().patience().toSeconds()
                        + " s records do not move yet in " + missing + "; ended by themselves: " + ended
                        + "; seed " + plan.seed());
            }
        } while (!missing.isEmpty());
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void pause(long millis) {
        KafkaCalls.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
