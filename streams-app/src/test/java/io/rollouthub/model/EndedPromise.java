package io.rollouthub.model;

/**
 * §9.1: a promise that was kept or broken.
 *
 * @param to how many days before its due date it ended, at most 1,095
 */
record EndedPromise(Promise promise, boolean kept, int to) {

    /** §9.1: it stood at h if to <= h <= from. */
    boolean stoodAt(int h) {
        return to <= h && h <= promise.from();
    }
}
