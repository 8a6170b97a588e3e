/** Confluent's schema-registry client behind one class of ours; see {@link io.rollouthub.registry.SchemaRegistry}. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.registry;
