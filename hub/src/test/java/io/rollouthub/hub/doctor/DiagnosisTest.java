package io.rollouthub.hub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosisTest {
    static Stream<Arguments> whatAPersonCanPutRight() {
        return Stream.of(
                Arguments.of(new RolloutException("It is late.", "Wait."), "It is late. Wait."),
                Arguments.of(
                        new KafkaException(
                                "Failed to construct kafka consumer",
                                new ConfigException("security.protocol", "TLS", "not known")),
                        "Kafka does not do what the hub needs: Invalid value TLS for configuration security.protocol:"
                                + " not known. Mend that kafka.… setting."),
                Arguments.of(new SaslAuthenticationException("who are you"), "Check kafka.security.protocol"),
                Arguments.of(new TopicAuthorizationException("not yours"), "Let Kafka's operator give"),
                Arguments.of(new ExecutionException(new TimeoutException("late")), "Look whether all its brokers run"),
                Arguments.of(new NoSuchFileException("a.txt"), "a.txt cannot be used: there is no such file. Look at"),
                Arguments.of(
                        new UncheckedIOException(new AccessDeniedException("a.txt")),
                        "a.txt cannot be used: this user may not. Give this user the right to it"),
                Arguments.of(new MalformedInputException(1), "it is no text in UTF-8"),
                Arguments.of(
                        new UncheckedIOException("a.jsonl cannot be read: the disk is gone", new IOException("gone")),
                        "a.jsonl cannot be read: the disk is gone. Mend that"));
    }

    @ParameterizedTest
    @MethodSource("whatAPersonCanPutRight")
    void itIsToldWithWhatToDo(Throwable thrown, String told) {
        assertThat(Diagnosis.of(thrown)).isNotNull().hasMessageContaining(told);
    }

    @Test
    void anythingElseIsAFaultOfOurs() {
        assertThat(Diagnosis.of(new IllegalStateException("odd"))).isNull();
        assertThat(Diagnosis.of(new ExecutionException(new NullPointerException())))
                .isNull();
    }

    /**
     * One becomes the reason of a rejected record, one is caught in the class that throws it, and one names the record for the
     * exception by which an instance ends.
     */
    @Test
    void ourOwnExceptionsSayWhatToDoUnlessNobodySeesThem() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            assertThat(modules.map(module -> module.resolve("src/main/java"))
                            .filter(Files::isDirectory)
                            .flatMap(DiagnosisTest::ownRuntimeExceptions))
                    .containsExactlyInAnyOrder(
                            "RolloutException", "UndecodableException", "SchemaRegistry", "RecordFailedException");
        }
    }

    private static Stream<String> ownRuntimeExceptions(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") && text(file).contains("extends RuntimeException"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
