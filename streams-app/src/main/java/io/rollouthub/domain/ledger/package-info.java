/** The ledger: a deterministic state machine over the journal. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.ledger;
