package io.rollouthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No class needs itself by way of others: each can be read before those that use it. */
class SourceGraphTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    registry-client
                    schemas
                    producers
                    reader
                    streams-app
                    explain
                    console
                    embedded
                    connectors
                    testkit
                    hub
                    bench
                    """)
    void theClassesOfAModuleDoNotGoInCircles(String module) {
        Path folder = Path.of("..", module, "src", "main", "java");
        Map<String, String> texts = new TreeMap<>();
        for (Path source : House.sources(folder)) {
            String name = folder.relativize(source).toString().replaceAll("\\.java$", "");
            texts.put(name.replace(source.getFileSystem().getSeparator(), "."), House.text(source));
        }

        assertThat(texts).isNotEmpty();
        assertThat(SourceGraph.of(texts).circles()).isEmpty();
    }

    @Test
    void aCircleIsFoundThroughAConstantAnImportAndAClassInsideAnother() {
        Map<String, String> texts = Map.of(
                "p.A", "package p; class A { int a = B.ONE; }",
                "p.B", "package p; import q.C.Inner; class B { static final int ONE = 1; Inner c; }",
                "q.C", "package q; public class C { public class Inner { p.A a; } }",
                "q.D", "package q; class D { C c; }");

        assertThat(SourceGraph.of(texts).circles()).containsExactly(new TreeSet<>(Set.of("p.A", "p.B", "q.C")));
    }

    @Test
    void whatACommentOrATextNamesIsNotUsedNorWhatIsCalledAlikeElsewhere() {
        Map<String, String> texts = Map.of(
                "p.A", "package p; /** {@link B} */ class A { String b = \"B\"; } // B",
                "p.B", "package p; class B { A a; D.C c; class E {} E e; }",
                "p.C", "package p; class C { B b; }",
                "p.E", "package p; class E { B b; }");

        assertThat(SourceGraph.of(texts).circles()).isEmpty();
    }
}
