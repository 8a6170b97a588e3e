package io.rollouthub.yamlfile;

import java.util.List;

/** A file cannot be used; all of its mistakes are named at once. */
public final class YamlFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> mistakes;

    YamlFileException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is to be mended, in the order of the file, at least one line such as {@code a.yaml:7: zone: missing}. */
    public List<String> mistakes() {
        return mistakes;
    }
}
