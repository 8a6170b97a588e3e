package io.rollouthub.programmefile;

import io.rollouthub.programme.Programme;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a programme file, YAML 1.2 in UTF-8. */
public final class ProgrammeFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ProgrammeFile() {}

    /**
     * Reads a file.
     *
     * @throws ProgrammeFileException with every mistake, also if the file is missing or cannot be read
     */
    public static Programme read(Path file) {
        String name = file.toString();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), name);
        } catch (NoSuchFileException e) {
            throw unreadable(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(name, "the file may not be read");
        } catch (CharacterCodingException e) {
            throw unreadable(name, "the file is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(name, "the file cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param name of the file, for messages
     * @throws ProgrammeFileException with every mistake
     */
    public static Programme parse(String text, String name) {
        Mistakes mistakes = new Mistakes(name);
        Node root = compose(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, mistakes);
        Programme programme = new ProgrammeReader().read(new Value("", Value.lineOf(root), root, mistakes));
        mistakes.throwIfAny();
        return programme;
    }

    private static Node compose(String text, Mistakes mistakes) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() -> broken(mistakes, 1, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            throw broken(mistakes, line, "not YAML, column " + column + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw broken(
                    mistakes, 1, "not YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private static ProgrammeFileException broken(Mistakes mistakes, int line, String sentence) {
        mistakes.add(line, "", sentence);
        return mistakes.exception();
    }

    private static ProgrammeFileException unreadable(String name, String sentence) {
        return new ProgrammeFileException(List.of(name + ": " + sentence));
    }
}
