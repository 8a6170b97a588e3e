@org.jspecify.annotations.NullMarked
package io.rollouthub.bench.worst;
