package io.rollouthub.connect.converter;

/** Connect's data to and from Avro in Confluent's wire format, as every topic of the hub holds it. */
public final class RolloutAvroConverter {}
