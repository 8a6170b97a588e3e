package io.rollouthub.program;

import java.nio.file.Path;

/** The programs of the Java that this process runs on. */
public final class JavaProgram {
    private JavaProgram() {}

    /** One by its name, such as {@code java} or {@code keytool}. */
    public static Path of(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }
}
