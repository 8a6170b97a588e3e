/** Life of the streams application: settings, topics and schemas it needs, start, failure, stop. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.runtime;
