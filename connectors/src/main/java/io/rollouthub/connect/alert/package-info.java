/** What the sinks know of an alert: read from Connect's data by the names of its fields. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.alert;
