package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.AlertReport;

/** How a transition is told to a kind of receiver. */
interface MessageForm {

    /** The message on a transition; always the same one. */
    Message of(AlertReport transition);
}
