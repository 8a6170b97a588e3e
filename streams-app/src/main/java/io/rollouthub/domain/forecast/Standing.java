package io.rollouthub.domain.forecast;

/**
 * Whose a date is that a site or a release has, while that is neither live nor withdrawn.
 *
 * @param supplier of the promise that stands when its reports are folded; without one its owner
 * @param promised whether one stands; that its date may have passed since is left to who asks
 */
public record Standing(String supplier, boolean promised) {

    static Standing of(Counter.Pending pending) {
        return new Standing(pending.supplier(), pending.made() != null);
    }

    static Standing parse(String text) {
        return new Standing(text.substring(1), text.charAt(0) == '+');
    }

    @Override
    public String toString() {
        return (promised ? "+" : "-") + supplier;
    }
}
