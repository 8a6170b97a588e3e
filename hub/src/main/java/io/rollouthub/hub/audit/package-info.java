/** Who had the hub do what: kept for good, and told. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.audit;
