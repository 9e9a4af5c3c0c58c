package dev.stratoscope.model;

import java.io.IOException;

/** What every refusal of hostile input must be like. */
public final class Refusals {
    private static final int LONGEST = 4_000;

    private Refusals() {}

    /**
     * Fails unless the refusal has a message of one bounded line that may be shown anywhere.
     *
     * @throws AssertionError with the message that is not like that
     */
    public static void check(IOException refusal) {
        String message = refusal.getMessage();
        if (message == null || message.isBlank()) {
            throw new AssertionError("a refusal without words", refusal);
        }
        boolean control = message.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x2028);
        if (control || message.length() > LONGEST) {
            throw new AssertionError("no line to show: " + message, refusal);
        }
    }
}
