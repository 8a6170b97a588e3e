package io.rollouthub.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All modules of the project: their sources, and the compiled classes of those that are shipped, without tests. */
final class House {
    /** Measures the product: keeps state, runs peers of other makes, and is compiled whenever it is wanted. */
    private static final String BENCH = "bench";

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /** Records that Avro writes for us; they import what they like. */
    static final String[] GENERATED = {
        "io.rollouthub.event..",
        "io.rollouthub.journal..",
        "io.rollouthub.output..",
        "io.rollouthub.programme..",
        "io.rollouthub.state.."
    };

    private House() {}

    /** Read once: it takes seconds. */
    private static final class Compiled {
        static final JavaClasses ALL = new ClassFileImporter().importPaths(shipped());
        static final Map<String, String> MODULES = new TreeMap<>();

        static {
            for (JavaClass type : ALL) {
                Path file = Path.of(type.getSource().orElseThrow().getUri());
                MODULES.put(type.getName(), PROJECT.relativize(file).getName(0).toString());
            }
        }
    }

    private static List<Path> shipped() {
        Path bench = PROJECT.resolve(BENCH);
        return folders("target", "classes").stream()
                .filter(folder -> !folder.startsWith(bench))
                .toList();
    }

    static JavaClasses classes() {
        return Compiled.ALL;
    }

    /** The module that a class is in; null if it is none of ours. */
    static @Nullable String moduleOf(JavaClass type) {
        return Compiled.MODULES.get(type.getBaseComponentType().getName());
    }

    /** Which modules each one uses. */
    static SortedMap<String, SortedSet<String>> arrows() {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        for (JavaClass type : Compiled.ALL) {
            String from = String.valueOf(moduleOf(type));
            SortedSet<String> used = arrows.computeIfAbsent(from, module -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> moduleOf(dependency.getTargetClass()))
                    .filter(to -> to != null && !to.equals(from))
                    .forEach(used::add);
        }
        return arrows;
    }

    /** The folders of all modules that have this one, such as {@code src/main/java}. */
    static Collection<Path> folders(String... names) {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve(Path.of("", names)))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java files below a folder. */
    static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
