package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.topic.Topics;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** One thing that is to change on Kafka or in the registry so that the hub of a programme can run. */
public sealed interface Change {
    /** The compatibility that every subject of the hub's has. */
    String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    /** The topic, the subject or the programme that changes. */
    String about();

    /** The change in one line for people. */
    String line();

    record CreateTopic(NewTopic topic) implements Change {
        @Override
        public String about() {
            return topic.name();
        }

        @Override
        public String line() {
            String settings = new TreeMap<>(topic.configs())
                    .entrySet().stream().map(Object::toString).collect(Collectors.joining(", "));
            return "create topic " + about() + ", partitions=" + topic.numPartitions() + ", " + settings;
        }
    }

    record SetTopic(String about, String setting, String from, String to) implements Change {
        @Override
        public String line() {
            return "set " + setting + " of topic " + about + " from " + from + " to " + to;
        }
    }

    /** More partitions for an output: the hub itself says to which a record goes, so none goes elsewhere by this. */
    record AddPartitions(String about, int from, int to) implements Change {
        @Override
        public String line() {
            return "set partitions of topic " + about + " from " + from + " to " + to;
        }
    }

    record Register(String about, String schema) implements Change {
        @Override
        public String line() {
            return "register schema " + about;
        }
    }

    record SetCompatibility(String about, @Nullable String from) implements Change {
        @Override
        public String line() {
            return "set compatibility of schema " + about + " from " + (from == null ? "the registry's default" : from)
                    + " to " + COMPATIBILITY;
        }
    }

    /** What the journal is is kept, so that it is seen when it changes. */
    record KeepShape(int partitions) implements Change {
        @Override
        public String about() {
            return Topics.JOURNAL.name();
        }

        @Override
        public String line() {
            return "keep that topic " + about() + " has " + partitions + " partitions";
        }
    }

    record Publish(Programme programme, boolean first) implements Change {
        @Override
        public String about() {
            return programme.getProgramme();
        }

        @Override
        public String line() {
            return "publish programme " + about() + (first ? "" : ", changed");
        }
    }
}
