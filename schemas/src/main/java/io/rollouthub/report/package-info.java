/** Suppliers' events as reports on one thing: their kinds, their statuses, and what all of them say alike. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.report;
