package dev.stratoscope.model.build;

/**
 * One thing that a step's result depends on. Immutable.
 *
 * @param cause what it means when it differs
 * @param name what it is: a path, a variable, {@code instruction}
 * @param value its value, or a digest of it; never a secret
 */
record KeyPart(Miss.Cause cause, String name, String value) {}
