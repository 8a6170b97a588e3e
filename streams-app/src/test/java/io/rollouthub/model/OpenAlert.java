package io.rollouthub.model;

import java.time.Instant;

/** An alert that is open. */
public record OpenAlert(int episode, Instant startsAt) {}
