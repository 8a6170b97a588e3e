package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Budget;
import java.util.function.Supplier;

/**
 * How the ledger's time is shared out.
 *
 * @param slices how much is done between two commits at most
 * @param tasks of each thread
 */
record Shares(Supplier<Budget> slices, TasksHere tasks) {}
