/** Avro records as Kafka bytes, in Confluent's wire format: a zero, the schema's id in four bytes, Avro's binary form. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.serde;
