/** The console in a real browser: opened, watched, read and used as a person does. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.browser;
