/** Keys and certificates of this machine's own making. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.certificate;
