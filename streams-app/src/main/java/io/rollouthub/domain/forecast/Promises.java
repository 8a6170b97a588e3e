package io.rollouthub.domain.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The promises in the history of a go-live or a release (semantics 9.1), but for what time alone does to the last.
 *
 * @param ended that count and were kept or broken by a report
 * @param standing at the end of the fold; broken once its date has passed, though no report says so
 * @param withdrawn that count and ended with their thing
 */
public record Promises(List<EndedPromise> ended, @Nullable Promise standing, List<Promise> withdrawn) {}
