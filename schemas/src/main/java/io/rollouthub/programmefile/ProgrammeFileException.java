package io.rollouthub.programmefile;

import io.rollouthub.failure.RolloutException;
import java.util.List;

/** A programme file cannot be used; all of its mistakes are named at once. */
public final class ProgrammeFileException extends RolloutException {
    private static final long serialVersionUID = 1;

    private final List<String> mistakes;

    ProgrammeFileException(List<String> mistakes) {
        super(String.join("\n", mistakes), "Mend the file and try again.");
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * What is to be mended, in the order of the file, at least one line such as
     * {@code programme.yaml:7: suppliers.bt.clusters: no cluster "londn"; clusters are london, south}.
     */
    public List<String> mistakes() {
        return mistakes;
    }
}
