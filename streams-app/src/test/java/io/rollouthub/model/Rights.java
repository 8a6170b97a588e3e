package io.rollouthub.model;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;

/**
 * §3: the rules of owners and limits.
 *
 * @param programme in force
 * @param hold whether some programme entry so far has allowed them
 */
record Rights(Programme programme, boolean hold) {

    boolean mayReport(String supplier, String opener) {
        if (!hold || supplier.equals(opener)) {
            return true;
        }
        for (Supplier one : programme.getSuppliers()) {
            if (one.getSupplier().equals(opener)) {
                return one.getMayBeReportedBy().contains(supplier);
            }
        }
        return true; // the one that opened it is in the programme no more
    }

    boolean mayOpen(int opened) {
        return !hold || opened < programme.getMaxFacts();
    }
}
