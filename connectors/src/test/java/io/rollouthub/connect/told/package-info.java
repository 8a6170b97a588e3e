@org.jspecify.annotations.NullMarked
package io.rollouthub.connect.told;
