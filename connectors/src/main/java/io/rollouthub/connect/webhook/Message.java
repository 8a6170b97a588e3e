package io.rollouthub.connect.webhook;

/**
 * What is sent for one transition.
 *
 * @param key the same for the same transition, however often it is sent
 */
record Message(String key, String contentType, String body) {}
