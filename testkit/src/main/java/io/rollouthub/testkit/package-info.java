/** What the tests of several modules share; never on the class path of the product. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.testkit;
