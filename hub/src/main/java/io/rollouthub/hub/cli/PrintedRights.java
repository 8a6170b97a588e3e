package io.rollouthub.hub.cli;

import io.rollouthub.access.Access;
import io.rollouthub.hub.rights.KafkaAclsText;
import io.rollouthub.hub.rights.StrimziText;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.NewTopic;

/** In which forms rights can be printed. */
enum PrintedRights {
    KAFKA_ACLS("kafka-acls", (access, topics) -> KafkaAclsText.of(access)),
    STRIMZI("strimzi", StrimziText::of);

    final BiFunction<Access, List<NewTopic>, String> text;
    private final String word;

    PrintedRights(String word, BiFunction<Access, List<NewTopic>, String> text) {
        this.word = word;
        this.text = text;
    }

    @Override
    public String toString() {
        return word;
    }
}
