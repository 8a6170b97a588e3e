package io.rollouthub.model;

import io.rollouthub.model.Memory.Line;
import io.rollouthub.model.Memory.Sent;
import java.util.List;
import java.util.function.Predicate;

/** Chooses the ids of a random programme's events, and which ids they replace. */
record EventIds(Memory memory, Chance chance) {

    /** One that was announced as replaced before it came; else a new one, or one used for something else. */
    String next(Line line) {
        String announced = memory.announced.get(line);
        if (announced != null && chance.percent(50)) {
            memory.announced.remove(line);
            return announced;
        }
        List<String> used = ids(sent -> sent.supplier().equals(line.supplier()));
        return chance.percent(2) && !used.isEmpty() ? chance.pick(used) : memory.nextId(line.supplier());
    }

    /** Mostly an earlier report of the line; else another supplier's, another thing's, itself, or one to come. */
    String replaced(Line line, String eventId) {
        List<String> candidates =
                switch (chance.weighted(70, 10, 10, 10)) {
                    case 0 ->
                        ids(sent -> sent.thing().equals(line.thing())
                                && sent.supplier().equals(line.supplier()));
                    case 1 -> ids(sent -> sent.thing().equals(line.thing()));
                    case 2 -> ids(sent -> true);
                    default -> List.of(eventId);
                };
        if (candidates.isEmpty()) {
            String toCome = memory.nextId(line.supplier());
            memory.announced.put(line, toCome);
            return toCome;
        }
        return chance.pick(candidates);
    }

    private List<String> ids(Predicate<Sent> which) {
        return memory.sent.stream().filter(which).map(Sent::eventId).toList();
    }
}
