@org.jspecify.annotations.NullMarked
package io.rollouthub.domain.forecast;
