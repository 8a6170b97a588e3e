/** Connect's data and Avro in Confluent's wire format; see {@link io.rollouthub.connect.converter.RolloutAvroConverter}. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.converter;
