package io.rollouthub.console.live;

import org.jspecify.annotations.Nullable;

/** Is told what is new, on the thread that has read it; must not wait. */
public interface Notices {

    /**
     * Something in a topic has changed.
     *
     * @param topic its name
     * @param key of what has changed; null: not of one thing
     * @param cluster it belongs to; null: to none
     */
    void changed(String topic, @Nullable String key, @Nullable String cluster);

    /** The hub's clock has ticked. */
    void ticked();

    /** Kafka was lost or found again, or what is there has been read (again) to its end. */
    void connectionChanged();
}
