package io.rollouthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What things are called, in all modules. */
class NamesTest {
    private static final Path GLOSSARY = Path.of("..", "docs", "glossary.md");

    /** A row of the glossary's list of words that are not used: the word, and what is said instead. */
    private static final Pattern UNUSED = Pattern.compile("^\\| ~~(\\w+)~~ \\|", Pattern.MULTILINE);

    private static final Pattern TEST = Pattern.compile(
            "@(?:Test|ParameterizedTest|TestFactory)\\b[^;{]*?(?:void|Stream<DynamicTest>)\\s+(\\w+)\\(");
    private static final Pattern SENTENCE = Pattern.compile("[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+");

    @Test
    void noTwoClassesHaveTheSameName() {
        SortedMap<String, List<Path>> homes = new TreeMap<>();
        for (Path source : mainSources()) {
            homes.computeIfAbsent(source.getFileName().toString(), name -> new ArrayList<>())
                    .add(source);
        }
        homes.remove("package-info.java");

        assertThat(homes.values()).filteredOn(home -> home.size() > 1).isEmpty();
    }

    @Test
    void wordsThatTheGlossaryDoesNotUseAreInNoName() {
        List<String> unused = UNUSED.matcher(House.text(GLOSSARY))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(unused).isNotEmpty();
        Pattern any = Pattern.compile("(" + String.join("|", unused) + ")s?(?![a-z])");
        assertThat(mainSources())
                .filteredOn(
                        source -> any.matcher(source.getFileName().toString()).find())
                .as("%s says what is said instead", GLOSSARY)
                .isEmpty();
    }

    @Test
    void aTestIsCalledWhatItHolds() {
        List<String> tests = House.folders("src", "test", "java").stream()
                .flatMap(folder -> House.sources(folder).stream())
                .flatMap(source -> TEST.matcher(House.text(source)).results())
                .map((MatchResult test) -> test.group(1))
                .toList();

        assertThat(tests)
                .hasSizeGreaterThan(500)
                .filteredOn(name -> !SENTENCE.matcher(name).matches())
                .as("are no sentences in one word")
                .isEmpty();
    }

    private static List<Path> mainSources() {
        return House.folders("src", "main", "java").stream()
                .flatMap(folder -> House.sources(folder).stream())
                .toList();
    }
}
