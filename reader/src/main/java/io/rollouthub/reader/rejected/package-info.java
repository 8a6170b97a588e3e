@org.jspecify.annotations.NullMarked
package io.rollouthub.reader.rejected;
