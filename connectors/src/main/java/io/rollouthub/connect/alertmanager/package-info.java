/**
 * A sink that keeps an Alertmanager told of all open alerts.
 *
 * <p>Alertmanager forgets alerts when it restarts, and takes one for resolved of which it hears nothing more. So each
 * open alert is posted again and again with a lease, and after a start of our own everything is read from the beginning.
 * Which alerts are due is decided by {@code AlertBoard}, which knows neither Connect nor HTTP.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.alertmanager;
