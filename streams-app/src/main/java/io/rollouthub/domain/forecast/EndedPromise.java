package io.rollouthub.domain.forecast;

/**
 * A promise that was kept or broken (semantics 9.1).
 *
 * @param to the shortest lead at which it stood, in days; it stood at h if {@code to <= h <= promise.from()}
 */
public record EndedPromise(Promise promise, int to, boolean kept) {}
