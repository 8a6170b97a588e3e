package io.rollouthub.hub.settings;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file with a secret, named by a variable that is called as the secret's own with _FILE behind it: so the secret is in no
 * environment, which a process's children and dumps carry along.
 */
public final class SecretFile {
    private static final String ENDING = "_FILE";

    private SecretFile() {}

    /** The secret's own variable; empty if this one names no file. */
    static Optional<String> variableOf(String variable) {
        return variable.endsWith(ENDING)
                ? Optional.of(variable.substring(0, variable.length() - ENDING.length()))
                : Optional.empty();
    }

    /** What stands in it, without blanks and line ends around it. */
    static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    /** The environment, with the values of those of these variables that have none and whose file is named. */
    public static Map<String, String> putIn(Map<String, String> environment, Collection<String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        for (String variable : variables) {
            String file = environment.getOrDefault(variable + ENDING, "");
            if (!file.isEmpty() && environment.getOrDefault(variable, "").isEmpty()) {
                try {
                    all.put(variable, read(Path.of(file)));
                } catch (IOException e) {
                    throw new RolloutException(
                            variable + ENDING + ": the file " + file + " cannot be read: " + FileFailure.reason(e)
                                    + ".",
                            "Mend that, or set " + variable + " itself.");
                }
            }
        }
        return all;
    }
}
