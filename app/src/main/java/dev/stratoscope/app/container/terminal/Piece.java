package dev.stratoscope.app.container.terminal;

/**
 * Text of one look.
 *
 * @param column where it begins, from 0
 * @param text safe to show
 */
public record Piece(int column, String text, Look look) {}
