package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * JSON in three shapes. In all of them control, direction and format characters are escaped, which
 * changes no value and keeps a terminal safe. Generators leave their stream open and flush nothing
 * by themselves.
 */
public final class JsonText {
    private JsonText() {}

    /** One value a line; the caller ends the last one. */
    public static JsonGenerator lines(OutputStream to) throws IOException {
        return factory(new Terminal(false)).createGenerator(to);
    }

    /**
     * One array with an element a line.
     *
     * @param html whether {@code < > &} are escaped, as Go's encoder does unless told otherwise
     */
    public static JsonGenerator rows(OutputStream to, boolean html) throws IOException {
        return generator(to, new Terminal(html), new Rows());
    }

    /** Docker's own: four spaces a level, {@code []} and <code>{}</code> for what is empty. */
    public static JsonGenerator indented(OutputStream to) throws IOException {
        return generator(to, new Terminal(false), DockerJson.printer());
    }

    /** One value for text that goes elsewhere. */
    public static JsonGenerator line(Writer to) throws IOException {
        return factory(new Terminal(false)).createGenerator(to);
    }

    private static JsonGenerator generator(
            OutputStream to, CharacterEscapes escapes, PrettyPrinter printer) throws IOException {
        return factory(escapes).createGenerator(to).setPrettyPrinter(printer);
    }

    private static JsonFactory factory(CharacterEscapes escapes) {
        return new JsonFactoryBuilder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .characterEscapes(escapes)
                .rootValueSeparator("\n")
                .build();
    }

    /** Escapes what a terminal would act on. */
    private static final class Terminal extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Terminal(boolean html) {
            ascii[0x7f] = ESCAPE_STANDARD;
            if (html) {
                ascii['<'] = ESCAPE_STANDARD;
                ascii['>'] = ESCAPE_STANDARD;
                ascii['&'] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean half = Character.isBmpCodePoint(c) && Character.isSurrogate((char) c);
            return half || !Escapes.isUnsafe(c)
                    ? null
                    : new SerializedString(String.format("\\u%04x", c));
        }
    }

    private static final class Rows extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator out) throws IOException {
            if (isOutermost(out)) {
                out.writeRaw('\n');
            }
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(isOutermost(out) ? ",\n" : ",");
        }

        @Override
        public void writeEndArray(JsonGenerator out, int values) throws IOException {
            out.writeRaw(values > 0 && isOutermost(out) ? "\n]" : "]");
        }

        private static boolean isOutermost(JsonGenerator out) {
            return out.getOutputContext().getParent().inRoot();
        }
    }
}
