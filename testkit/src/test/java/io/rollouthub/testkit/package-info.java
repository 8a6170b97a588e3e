@org.jspecify.annotations.NullMarked
package io.rollouthub.testkit;
