/** What was known at an instant, worked out anew from the journal. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.timetravel;
