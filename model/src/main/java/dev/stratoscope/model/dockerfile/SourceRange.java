package dev.stratoscope.model.dockerfile;

/**
 * A part of a text. Lines and columns count from 1; columns are UTF-16 units.
 *
 * @param startLine the line of its first character
 * @param startColumn the column of its first character
 * @param endLine the line of its last character
 * @param endColumn the column after its last character
 */
public record SourceRange(int startLine, int startColumn, int endLine, int endColumn) {}
