package dev.stratoscope.app.fx;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Turns what the engine throws into words: what happened, why, and the cure. */
public final class Problems {
    private Problems() {}

    /**
     * The words for a failure.
     *
     * @param what what was tried, such as {@code nginx.tar cannot be opened}
     */
    public static Problem of(String what, Throwable failure) {
        return new Problem(
                Escapes.text(what),
                Escapes.text(withoutName(what, failure, reason(failure, "Get a fresh copy."))));
    }

    /** A name that the title begins with is not said again. */
    private static String withoutName(String what, Throwable failure, String reason) {
        if (failure instanceof ImageFormatException e
                && what.startsWith(e.item())
                && reason.startsWith(e.item() + ": ")) {
            String rest = reason.substring(e.item().length() + 2);
            return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
        }
        return reason;
    }

    /** As the other, for an image of the store, whose damaged parts are loaded again. */
    public static Problem ofStored(String what, Throwable failure) {
        String cure = "Load the image into the store again.";
        return new Problem(Escapes.text(what), Escapes.text(reason(failure, cure)));
    }

    private static String reason(Throwable failure, String cure) {
        Throwable inner = failure instanceof UncheckedIOException ? failure.getCause() : null;
        Throwable cause = inner == null ? failure : inner;
        return switch (cause) {
            case DigestMismatchException e ->
                    "Its "
                            + e.what()
                            + " is "
                            + e.actual().shortHex()
                            + ", the image says "
                            + e.expected().shortHex()
                            + ": the bytes were changed or damaged. "
                            + cure;
            case LimitException e ->
                    e.getMessage()
                            + ". It was refused to keep this machine responsive; a start with"
                            + " --limit "
                            + e.limit()
                            + "=VALUE sets a higher one.";
            case ImageFormatException e -> e.getMessage() + ".";
            case NoSuchFileException e -> e.getFile() + " is not there any more.";
            case AccessDeniedException e -> e.getFile() + " may not be read by you.";
            case FileSystemException e ->
                    e.getFile()
                            + (e.getReason() == null ? " cannot be read." : ": " + e.getReason());
            case LinkageError e ->
                    "A part of the program could not be loaded: " + e.getMessage() + ".";
            case OutOfMemoryError e ->
                    "It needs more memory than Java may use here; start with a larger -Xmx.";
            default -> {
                String message = cause.getMessage();
                yield message == null ? cause.getClass().getSimpleName() : message;
            }
        };
    }
}
