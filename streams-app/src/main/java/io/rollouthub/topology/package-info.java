/** The flows: which topic is read, what is done with a record, and where the result goes. The rules are the domain's. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.topology;
