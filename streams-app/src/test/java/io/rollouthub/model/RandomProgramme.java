package io.rollouthub.model;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.programme.Programme;
import java.util.List;

/** A journal to compare the rules on; its first entry is the programme. */
public record RandomProgramme(long seed, Mood mood, Size size, Programme programme, List<JournalEntry> entries) {

    @Override
    public String toString() {
        return "seed %d: %s in %s, %d entries".formatted(seed, mood, programme.getZone(), entries.size());
    }
}
