@org.jspecify.annotations.NullMarked
package io.rollouthub.http;
