/** The rules on who may use whom, held against the compiled classes and the sources. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.architecture;
