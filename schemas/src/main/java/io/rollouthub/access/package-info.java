/** Who comes to Kafka as whom: roles, and the users that a programme gives them. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.access;
