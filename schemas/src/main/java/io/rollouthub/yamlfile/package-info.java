/** Reads the YAML files that people write for the hub, naming every mistake with its line and key. */
@org.jspecify.annotations.NullMarked
package io.rollouthub.yamlfile;
