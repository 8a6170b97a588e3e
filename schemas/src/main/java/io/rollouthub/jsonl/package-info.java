/** Events as JSON Lines, as suppliers write them, and any record as JSON: one object a line, strict both ways. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.jsonl;
