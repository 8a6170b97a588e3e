package io.rollouthub.hub.replay;

import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import java.time.Instant;
import java.util.List;

/**
 * What a replay has come to.
 *
 * @param clock the end of its last day
 * @param rejected in the order of the files
 * @param problems how many lines and events could not be replayed
 */
public record ReplayResult(ReadModel model, Instant clock, List<Rejected> rejected, int problems) {}
