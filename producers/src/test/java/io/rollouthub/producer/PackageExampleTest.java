package io.rollouthub.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageExampleTest {
    private static final Path PACKAGE = Path.of("src/main/java/io/rollouthub/producer/package-info.java");

    @TempDir
    Path classes;

    @Test
    void theExampleOfThePackageCompiles() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xlint:all,-processing",
                "-proc:none",
                "-Werror");

        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(new Source(example())))
                .call();

        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static String example() throws IOException {
        String text = Files.readAllLines(PACKAGE).stream()
                .map(line -> line.replaceFirst("^ \\* ?", ""))
                .collect(Collectors.joining("\n"));
        String start = "<pre>{@code\n";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("\n}</pre>"));
    }

    /** Source code that is in no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
