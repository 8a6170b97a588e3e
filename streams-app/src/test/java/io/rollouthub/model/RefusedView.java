package io.rollouthub.model;

/** §3: an event that the ledger refused: with the reason. */
public record RefusedView(String cluster, String eventId, String supplier, String reason) {}
