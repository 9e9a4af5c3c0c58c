package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small documents of this program's own. */
final class Json {
    private static final Documents DOCUMENTS = new Documents(Limits.DEFAULT);

    private Json() {}

    /** Writes a document whole or not at all. */
    static void write(Path file, JsonNode node) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.write(fresh, node.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads one; null when there is none. */
    static @Nullable JsonNode read(Path file) throws IOException {
        try {
            return DOCUMENTS.parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
