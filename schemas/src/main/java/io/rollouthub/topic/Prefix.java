package io.rollouthub.topic;

import io.rollouthub.text.Quoted;
import java.util.regex.Pattern;

/**
 * What the names of a hub's topics, groups, transactional ids and subjects begin with, so that several hubs fit into one
 * Kafka. The hub's own processes work for one hub each, whose prefix is settled before the first name is used; what lives in
 * other people's processes (the suppliers' library, connectors) is told the prefix of its hub.
 */
public record Prefix(String text) {
    /** That of a hub of which nothing else is said. */
    public static final String USUAL = "rollout";

    /** The system property by which a process tells its children; {@link #USUAL} where it is not set. */
    public static final String PROPERTY = "rollout.prefix";

    /** What a prefix is made of. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9]{1,20}");

    /** Made when the first name of this process's hub is asked for. */
    private static final class Own {
        static final Prefix PREFIX = new Prefix(System.getProperty(PROPERTY, USUAL));
    }

    /** Throws an {@link IllegalArgumentException} if it does not have the {@link #FORM}. */
    public Prefix {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(Quoted.of(text) + " is no prefix: 1 to 20 characters of a-z and 0-9");
        }
    }

    /** That of this process's hub. */
    public static Prefix own() {
        return Own.PREFIX;
    }

    /**
     * Says for which hub this process works, before the first of its names is used.
     *
     * @return whether it works for this one: false if it has used names of another
     */
    public static boolean settle(Prefix hub) {
        System.setProperty(PROPERTY, System.getProperty(PROPERTY, hub.text));
        return own().equals(hub);
    }

    /** Whether names are those that every hub had before there were prefixes. */
    public boolean isUsual() {
        return text.equals(USUAL);
    }

    /** A topic's name. */
    public String topic(String rest) {
        return text + "." + rest;
    }

    /** The name of a group or a transaction. */
    public String id(String rest) {
        return text + "-" + rest;
    }
}
