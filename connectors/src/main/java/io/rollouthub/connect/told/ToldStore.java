package io.rollouthub.connect.told;

import io.rollouthub.output.Told;
import java.util.Map;

/** Where it is kept what a receiver has been told. */
public interface ToldStore extends AutoCloseable {
    /**
     * Reads on to the end of what is kept now.
     *
     * @return whether there was anything that the book did not know, as from another task or an import
     */
    boolean readInto(ToldBook book);

    /** Keeps these, all or none; returns when they are safe. */
    void write(Map<String, Told> told);

    @Override
    void close();
}
