package io.rollouthub.hub.cli;

import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.programmefile.ProgrammeFileException;
import java.nio.file.Path;

/** Reads the programme file that a command names. */
final class Programmes {
    private Programmes() {}

    /**
     * The programme.
     *
     * @throws CliException that names all mistakes, each with its line
     */
    static Programme read(Path file) {
        try {
            return ProgrammeFile.read(file);
        } catch (ProgrammeFileException e) {
            throw new CliException(String.join(System.lineSeparator(), e.mistakes()), e);
        }
    }
}
