package io.rollouthub.bench.faults;

import io.rollouthub.failure.RolloutException;

/** A hub did not go on after a fault. */
final class CampaignException extends RolloutException {
    private static final long serialVersionUID = 1;

    CampaignException(String message) {
        super(message, "Its processes have printed their threads; their logs are in the campaign's folder.");
    }
}
