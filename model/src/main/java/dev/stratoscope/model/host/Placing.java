package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes things that are no folders. One that is in the way is replaced when the new one is whole,
 * so that a failure leaves the old one.
 */
final class Placing {
    private static final int MOST_TRIES = 100;

    private Placing() {}

    /** Makes one thing. */
    interface Making {
        /**
         * Makes it, whole or not at all.
         *
         * @throws FileAlreadyExistsException when something has the name
         */
        void make(Directory folder, ByteString name) throws IOException;
    }

    /**
     * Makes a thing, in the place of a file or link that may have its name.
     *
     * @param fresh whether the folder was made by this extraction, so that whatever has the name is
     *     of this extraction too and stays
     * @return false when such a thing has the name
     * @throws InTheWayException when a folder has the name
     */
    static boolean put(Directory folder, ByteString name, boolean fresh, Making making)
            throws IOException {
        try {
            making.make(folder, name);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (fresh) {
                return false;
            }
        }
        ByteString passing = makeAside(folder, making);
        try {
            folder.rename(passing, name);
        } catch (IOException | RuntimeException e) {
            undo(folder, passing, e);
            throw e;
        }
        // Still there when both are names of one file.
        remove(folder, passing);
        return true;
    }

    private static ByteString makeAside(Directory folder, Making making) throws IOException {
        for (int i = 1; ; i++) {
            long random = ThreadLocalRandom.current().nextLong();
            ByteString name = ByteString.of(".stratoscope-" + HexFormat.of().toHexDigits(random));
            try {
                making.make(folder, name);
                return name;
            } catch (FileAlreadyExistsException e) {
                if (i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Removes what a failure left, if it is there.
     *
     * @param cause the failure, which also takes along what goes wrong with the removal
     */
    static void undo(Directory folder, ByteString name, Exception cause) {
        try {
            remove(folder, name);
        } catch (IOException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static void remove(Directory folder, ByteString name) throws IOException {
        try {
            folder.unlink(name);
        } catch (NoSuchFileException e) {
            // That is what was wanted.
        }
    }
}
