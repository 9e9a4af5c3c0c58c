package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * Something odd about an image that does not stop the work.
 *
 * @param code what kind of oddity it is, the same in every version
 * @param severity how bad it is
 * @param layer the layer it is in, from 0 at the bottom; -1 where it is in none, or in one that
 *     does not know its place
 * @param path the path in the layer it is about, fit to be shown; null where it is about none
 * @param subject what it is about, for a person: a layer, a path, a document
 * @param message what is odd, one line
 */
public record Finding(
        Code code,
        Severity severity,
        int layer,
        @Nullable String path,
        String subject,
        String message) {

    /** An oddity of a path, in a layer that does not know its place. */
    public Finding(Severity severity, String path, String message) {
        this(Code.ODD_ENTRY, severity, path, message);
    }

    /** An oddity of a path of a known kind, in a layer that does not know its place. */
    public Finding(Code code, Severity severity, String path, String message) {
        this(code, severity, -1, path, path, message);
    }

    /** An oddity of a whole document. */
    public static Finding ofDocument(
            Code code, Severity severity, String document, String message) {
        return new Finding(code, severity, -1, null, Printable.of(document), Printable.of(message));
    }

    /** An oddity of a whole layer. */
    public static Finding ofLayer(Code code, Severity severity, int layer, String message) {
        return new Finding(code, severity, layer, null, "layer " + layer, Printable.of(message));
    }

    /** The same oddity of a path, told of the layer it is in. */
    public Finding inLayer(int number) {
        return new Finding(
                code, severity, number, path, "layer " + number, subject + " " + message);
    }

    /** How bad a finding is. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Against the specification, yet readable. */
        WARNING,
        /** Damaged: what the image says of itself does not hold. */
        ERROR
    }

    /** The kinds of findings. */
    public enum Code {
        /** A document or layer is so damaged that the image cannot be opened. */
        UNREADABLE_IMAGE,
        /** A document does not have the form its standard asks for. */
        SCHEMA,
        /** A document or layer is not of the type it is said to be of. */
        MEDIA_TYPE,
        /** A layer's type says that it should not be passed on (image-spec, layer.md). */
        NON_DISTRIBUTABLE,
        /** A layer is not there. */
        MISSING_BLOB,
        /** A layer has not as many stored bytes as the manifest says. */
        SIZE_MISMATCH,
        /** A layer's stored bytes have not the digest that the manifest says. */
        DIGEST_MISMATCH,
        /** A layer's tar has not the digest that the config says. */
        DIFFID_MISMATCH,
        /** A layer's tar is one that the config lists in another place. */
        LAYER_ORDER,
        /** A layer without entries comes more than once. */
        REPEATED_LAYER,
        /** A layer cannot be read to its end. */
        UNREADABLE_LAYER,
        /** A path comes more than once in a layer. */
        DUPLICATE_PATH,
        /** Another oddity of an entry of a layer. */
        ODD_ENTRY,
        /** The layers cannot be laid over each other, as a hard link names nothing. */
        BROKEN_LINK,
        /** The history tells of fewer layers than there are. */
        HISTORY_SHORT,
        /** The history tells of more layers than there are. */
        HISTORY_LONG,
        /** A config's name is a digest, but not its own. */
        CONFIG_NAME;

        /** The word that machines read, such as {@code diffid-mismatch}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String toString() {
        return subject + ": " + message;
    }
}
