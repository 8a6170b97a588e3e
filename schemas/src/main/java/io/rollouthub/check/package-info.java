/** The gate's checks of one event, in their exact order, and the reasons for which a record is refused. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.check;
