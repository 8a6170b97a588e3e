/** Where the ledger keeps its state: ordered tables behind an interface. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.store;
