package dev.stratoscope.model.dockerfile;

/**
 * A flag of an instruction: {@code --from=build}.
 *
 * @param name without dashes
 * @param value empty where none was given
 * @param range all of it
 */
public record Flag(String name, String value, SourceRange range) {}
