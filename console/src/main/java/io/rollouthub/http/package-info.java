/** The hub's small web server: who may ask what, over which other packages lay their routes. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.http;
