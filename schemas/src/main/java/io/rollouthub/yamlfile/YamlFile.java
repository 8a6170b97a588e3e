package io.rollouthub.yamlfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a file of YAML 1.2 in UTF-8, of which JSON is a part. */
public final class YamlFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlFile() {}

    /**
     * Reads a file; the function notes mistakes at the values it is given and goes on.
     *
     * @throws YamlFileException with every mistake, also if the file is missing or cannot be read
     */
    public static <T> T read(Path file, Function<Value, T> as) throws YamlFileException {
        String name = file.toString();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), name, as);
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

    /** Reads the text of a file, whose name is for messages, as {@link #read} does. */
    public static <T> T parse(String text, String name, Function<Value, T> as) throws YamlFileException {
        Mistakes mistakes = new Mistakes(name);
        Node root = compose(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, mistakes);
        T read = as.apply(new Value("", Value.lineOf(root), root, mistakes));
        mistakes.throwIfAny();
        return read;
    }

    private static Node compose(String text, Mistakes mistakes) throws YamlFileException {
        try {
            Node root = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElse(null);
            if (root == null) {
                throw broken(mistakes, 1, "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            throw broken(mistakes, line, "not YAML, column " + column + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw broken(
                    mistakes, 1, "not YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private static YamlFileException broken(Mistakes mistakes, int line, String sentence) {
        mistakes.add(line, "", sentence);
        return mistakes.exception();
    }

    private static YamlFileException unreadable(String name, String sentence) {
        return new YamlFileException(List.of(name + ": " + sentence));
    }
}
