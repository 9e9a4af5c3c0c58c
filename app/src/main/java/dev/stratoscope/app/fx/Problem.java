package dev.stratoscope.app.fx;

/**
 * Something that went wrong, in words for a person.
 *
 * @param title what happened, one line
 * @param reason why, and what can be done
 */
public record Problem(String title, String reason) {}
