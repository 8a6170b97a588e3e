package io.rollouthub.model;

/** §3: an event that the ledger refused: DUPLICATE_ID or TOO_MANY_REVISIONS. */
public record RefusedView(String cluster, String eventId, String supplier, String reason) {}
