package io.rollouthub.runtime;

/**
 * A setting of a topic by which a promise is not kept.
 *
 * @param means what comes of it, a clause
 * @param accepted whether the promise has been given up
 */
public record BrokenPromise(
        TopicPromise promise, String topic, String setting, String is, String wanted, String means, boolean accepted) {
    /** The setting by which promises are given up, by their keys. */
    public static final String ACCEPTED_BY = "accept.weaker";

    /** Whether it cannot be worked on like this: what is accepted now cannot be put right afterwards. */
    public boolean stops() {
        return promise == TopicPromise.ACCEPTANCE_TIME && !accepted;
    }

    /** For people: what is otherwise than wanted, and what comes of it, without a full stop. */
    public String line() {
        return "topic " + topic + " has " + setting + " " + is + " instead of " + wanted + ": " + means;
    }

    /** The same with the promise, and whether it was given up. */
    public String sentence() {
        return promise.key() + (accepted ? " is given up (" + ACCEPTED_BY + "): " : " is not kept: ") + line();
    }
}
