package io.rollouthub.model;

/** What a random event is about; the name is the site's, the commitment's or the contract's. */
record Thing(FactKey.Kind kind, String cluster, String name, String product, String release) {}
