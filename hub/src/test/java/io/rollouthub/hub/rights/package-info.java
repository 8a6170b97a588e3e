@org.jspecify.annotations.NullMarked
package io.rollouthub.hub.rights;
