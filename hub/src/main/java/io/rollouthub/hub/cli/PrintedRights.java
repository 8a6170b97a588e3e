package io.rollouthub.hub.cli;

import io.rollouthub.access.Access;
import io.rollouthub.hub.rights.KafkaAclsText;
import java.util.function.Function;

/** In which forms rights can be printed. */
enum PrintedRights {
    KAFKA_ACLS("kafka-acls", KafkaAclsText::of);

    final Function<Access, String> text;
    private final String word;

    PrintedRights(String word, Function<Access, String> text) {
        this.word = word;
        this.text = text;
    }

    @Override
    public String toString() {
        return word;
    }
}
