package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Turns what went wrong into one line that names the thing and the reason. */
final class Failure {
    private Failure() {}

    /** Something the user asked for that the image does not have. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        /**
         * Names what was asked for and why it cannot be.
         *
         * @param what may come from the image or the user; it is escaped when shown
         */
        Refusal(String what, String why) {
            super(what + ": " + why);
        }
    }

    /** What went wrong with one of several images. */
    static final class About extends IOException {
        private static final long serialVersionUID = 1L;

        private final String source;

        /** Names the image as the user wrote it. */
        About(String source, Throwable cause) {
            super(source, cause);
            this.source = source;
        }
    }

    /**
     * The line, without the program's name; escaped.
     *
     * @param source the image that was asked for, as the user wrote it; null when none was
     */
    static String line(Throwable thrown, @Nullable String source) {
        if (thrown instanceof About one && one.getCause() != null) {
            Throwable cause = one.getCause();
            String line = line(cause, one.source);
            return cause instanceof Refusal ? Escapes.text(one.source) + ": " + line : line;
        }
        Throwable inner = thrown instanceof UncheckedIOException ? thrown.getCause() : null;
        Throwable cause = inner == null ? thrown : inner;
        return Escapes.text(
                switch (cause) {
                    case Refusal e -> String.valueOf(e.getMessage());
                    case InterruptedIOException _ -> about(source, "cancelled");
                    case ClosedByInterruptException _ -> about(source, "cancelled");
                    case ImageFormatException e -> about(source, withoutName(e, source));
                    case LimitException e -> about(source, words(e) + "; " + cure(e));
                    case FileSystemException e -> file(e, source);
                    case EOFException _ -> about(source, "the data ends too early");
                    case Output.Refused e -> "standard output: " + e.getMessage();
                    case IOException e -> about(source, words(e));
                    case IllegalArgumentException e -> about(source, words(e));
                    case OutOfMemoryError _ ->
                            about(
                                    source,
                                    "not enough memory; give the program more with"
                                            + " JAVA_TOOL_OPTIONS=-Xmx...");
                    default -> about(source, "internal error, " + cause + " (--debug shows where)");
                });
    }

    /** What lets the image pass. */
    private static String cure(LimitException e) {
        return "--limit " + e.limit() + "=VALUE sets a higher one";
    }

    private static String about(@Nullable String source, String why) {
        return source == null ? why : source + ": " + why;
    }

    private static String file(FileSystemException e, @Nullable String source) {
        String why =
                switch (e) {
                    case NoSuchFileException _ -> "there is no such file";
                    case AccessDeniedException _ -> "permission denied";
                    case NotDirectoryException _ -> "is not a folder";
                    default -> e.getReason() == null ? words(e) : e.getReason();
                };
        String file = e.getFile() == null ? source : e.getFile();
        return about(file, String.valueOf(why));
    }

    private static String words(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    /** The engine names the file; when that is the source, it is named already. */
    private static String withoutName(ImageFormatException e, @Nullable String source) {
        String message = words(e);
        if (source == null) {
            return message;
        }
        ImageSource parsed = parsed(source);
        String path = parsed == null || parsed.image() != null ? "" : parsed.path().toString();
        String brief = parsed == null ? "" : parsed.fileName();
        for (String name : new String[] {source, path, brief}) {
            if (!name.isEmpty() && message.startsWith(name + ": ")) {
                return message.substring(name.length() + 2);
            }
        }
        return message;
    }

    private static @Nullable ImageSource parsed(String source) {
        try {
            return ImageSource.parse(source);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
