/** What the console answers: the records of the topics, joined and counted for people and programs. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.console.answer;
