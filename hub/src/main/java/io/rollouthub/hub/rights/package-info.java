/** Who may do what on Kafka: one table, from which access lists, printed commands, documents and attacks are made. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.rights;
