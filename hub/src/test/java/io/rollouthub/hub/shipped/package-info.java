/** What is shipped, looked at as files. */
@NullMarked
package io.rollouthub.hub.shipped;

import org.jspecify.annotations.NullMarked;
