/** The typed catalogue of every topic of the hub; no topic's name stands anywhere else. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.topic;
