/** The door of the worker's REST interface. */
@NullMarked
package io.rollouthub.connect.rest;

import org.jspecify.annotations.NullMarked;
