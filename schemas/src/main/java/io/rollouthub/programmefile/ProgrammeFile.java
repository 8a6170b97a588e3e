package io.rollouthub.programmefile;

import io.rollouthub.programme.Programme;
import io.rollouthub.yamlfile.YamlFile;
import io.rollouthub.yamlfile.YamlFileException;
import java.nio.file.Path;

/** Reads a programme file, YAML 1.2 in UTF-8. */
public final class ProgrammeFile {

    private ProgrammeFile() {}

    /**
     * Reads a file.
     *
     * @throws ProgrammeFileException with every mistake, also if the file is missing or cannot be read
     */
    public static Programme read(Path file) {
        try {
            return YamlFile.read(file, value -> new ProgrammeReader().read(value));
        } catch (YamlFileException e) {
            throw new ProgrammeFileException(e.mistakes());
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name of the file, for messages
     * @throws ProgrammeFileException with every mistake
     */
    public static Programme parse(String text, String name) {
        try {
            return YamlFile.parse(text, name, value -> new ProgrammeReader().read(value));
        } catch (YamlFileException e) {
            throw new ProgrammeFileException(e.mistakes());
        }
    }
}
