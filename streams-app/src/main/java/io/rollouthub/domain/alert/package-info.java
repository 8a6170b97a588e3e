/** Alerts: conditions, episodes, resolutions (semantics 7). */
@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.alert;
