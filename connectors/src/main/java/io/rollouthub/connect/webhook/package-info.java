/**
 * A sink that tells a web address of each transition of an alert.
 *
 * <p>What is sent is made by {@code CloudEventForm} or {@code PagerDutyForm}; how it is sent, and what the answer means, is
 * in {@code Receiver}; what becomes of each transition is decided by {@code Delivery}. None of them knows Connect.
 */
@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.webhook;
