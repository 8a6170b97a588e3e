/** Laws that the ledger keeps on any journal, against the model and against itself. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.laws;
