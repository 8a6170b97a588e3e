package io.rollouthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of all modules keep to. */
class SourcesTest {
    private static final List<String> NOT_A_NAME = List.of("util", "utils", "common", "impl", "manager", "helper");
    private static final int LONGEST = 250;
    private static final Path CATALOGUE = Path.of("io", "rollouthub", "topic");

    /** A text in quotes that starts with a topic's name or with what all suppliers' topics start with, or a name that is made. */
    private static final Pattern NAME = Pattern.compile(Stream.concat(
                    Stream.of(SupplierTopics.in(""), SupplierTopics.rejected("")),
                    Stream.concat(
                                    Stream.of(Topics.CONTROL, Topics.CLOCK, Topics.PROGRAMME, Topics.JOURNAL),
                                    Topics.OF_LEDGER.stream())
                            .map(Topic::name))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\"(", ")|own\\(\\)\\s*\\.(topic|id)\\(")));

    @Test
    void topicNamesAreLiteralsInTheCatalogueAlone() {
        List<String> elsewhere = new ArrayList<>();
        for (Path folder : sourceFolders()) {
            for (Path source : House.sources(folder)) {
                if (names(source) && !folder.relativize(source).startsWith(CATALOGUE)) {
                    elsewhere.add(source.toString());
                }
            }
        }

        assertThat(elsewhere)
                .as("Take topics from io.rollouthub.topic, and names from there if one is to be said.")
                .isEmpty();
    }

    @Test
    void noSourceIsTooLongToBeReadAtOnce() {
        assertThat(sourceFolders())
                .flatMap(House::sources)
                .filteredOn(source -> House.text(source).lines().count() > LONGEST)
                .as("Cut out a part that has a name and a sentence of its own.")
                .isEmpty();
    }

    @Test
    void packagesAreNamedForWhatIsInThem() {
        for (Path folder : sourceFolders()) {
            for (Path source : House.sources(folder)) {
                for (Path name : folder.relativize(source)) {
                    assertThat(NOT_A_NAME).as(source.toString()).doesNotContain(name.toString());
                }
            }
        }
    }

    @Test
    void theCatalogueItselfIsAmongWhatIsLookedAt() {
        assertThat(sourceFolders())
                .flatMap(House::sources)
                .filteredOn(SourcesTest::names)
                .extracting(source -> source.getFileName().toString())
                .contains("Topics.java", "ToldTopics.java");
        assertThat(NAME.matcher("topic = \"rollout.journal\";").find()).isTrue();
    }

    private static Collection<Path> sourceFolders() {
        return House.folders("src", "main", "java");
    }

    private static boolean names(Path source) {
        return NAME.matcher(House.text(source)).find();
    }
}
