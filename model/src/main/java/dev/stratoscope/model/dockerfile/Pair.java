package dev.stratoscope.model.dockerfile;

/**
 * A name and its value, of ENV and LABEL.
 *
 * @param name as written
 * @param value as written, quotes and variables included, until the instruction is expanded
 */
public record Pair(String name, String value) {}
