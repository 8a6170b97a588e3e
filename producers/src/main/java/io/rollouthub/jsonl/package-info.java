/** Events as JSON Lines, as suppliers write them and replays read them: one object a line, strict both ways. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.jsonl;
