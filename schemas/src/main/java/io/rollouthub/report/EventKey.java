package io.rollouthub.report;

/** An event's name among all suppliers' events; as a text {@code <supplier>/<eventId>}, which is how a cause is told. */
public record EventKey(String supplier, String eventId) {

    @Override
    public String toString() {
        return supplier + "/" + eventId;
    }
}
