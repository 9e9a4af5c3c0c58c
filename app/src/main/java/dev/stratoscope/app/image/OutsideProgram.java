package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Shows a file of an image in the program that the desktop has for it. */
final class OutsideProgram {
    /** What a desktop might run where a person only wants to look. */
    private static final Set<String> PROGRAMS =
            Set.of(
                    "app",
                    "appimage",
                    "bat",
                    "cmd",
                    "com",
                    "command",
                    "cpl",
                    "desktop",
                    "exe",
                    "hta",
                    "jar",
                    "js",
                    "jse",
                    "lnk",
                    "msi",
                    "pif",
                    "ps1",
                    "reg",
                    "run",
                    "scr",
                    "sh",
                    "url",
                    "vb",
                    "vbe",
                    "vbs",
                    "wsf");

    private static final int LONGEST = 100;

    private OutsideProgram() {}

    /** Opens files that are on the disk. */
    @FunctionalInterface
    interface Opener {
        /** Opens one; not called on the JavaFX thread. */
        void open(Path file) throws IOException;
    }

    /**
     * Copies a file to a folder only this user can read and has it opened. Takes a while; not for
     * the JavaFX thread.
     *
     * @param name the file's name without folders
     * @throws IOException when it cannot be copied, or no program opens it
     */
    static Path open(
            Contents contents, Entry entry, ByteString name, Opener opener, Progress progress)
            throws IOException {
        String plain = plainName(name);
        String ending = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PROGRAMS.contains(ending)) {
            throw new IOException("It could be run instead of shown");
        }
        Path folder = Files.createTempDirectory("stratoscope-");
        Path file = folder.resolve(plain);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        SavedCopy.write(contents, entry, file, progress);
        if (!file.toFile().setReadOnly()) {
            throw new IOException("The copy cannot be made read-only");
        }
        opener.open(file);
        return file;
    }

    /** Asks the desktop. */
    static void onDesktop(Path file) throws IOException {
        if (!Desktop.isDesktopSupported()
                || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            throw new IOException("No desktop is here that could open it");
        }
        Desktop.getDesktop().open(file.toFile());
    }

    /** A name that means nothing to any file system or shell, with the ending kept. */
    static String plainName(ByteString name) {
        String safe = Escapes.text(name).replaceAll("[^\\p{L}\\p{N}._+ -]", "_").strip();
        String plain = safe.startsWith(".") || safe.startsWith("-") ? "_" + safe : safe;
        int from = Math.max(0, plain.length() - LONGEST);
        String cut = plain.substring(from).replaceAll("[. ]+$", "");
        return cut.isEmpty() ? "file" : cut;
    }
}
