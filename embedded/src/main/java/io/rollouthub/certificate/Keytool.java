package io.rollouthub.certificate;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.program.JavaProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Java's own program for keys, as no class of Java's makes certificates; it gets the password where no list of processes shows it. */
record Keytool(Path program, String password) {
    private static final String PASSWORD = "ROLLOUT_KEYSTORE_PASSWORD";

    /** The one of this Java. */
    static Keytool withPassword(String password) {
        return new Keytool(JavaProgram.of("keytool"), password);
    }

    /** Makes a key of elliptic curves and its certificate in a file. */
    void generateKey(Path file, String alias, String... more) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                KeyStoreFile.TYPE,
                "-storepass:env",
                PASSWORD,
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA"));
        Collections.addAll(command, more);
        run(command);
    }

    private void run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new RolloutException(
                        "No certificate can be made: " + output, "See that " + program + " works on this machine.");
            }
        } catch (IOException e) {
            throw FileFailure.of(program + ", which makes certificates, cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }
}
