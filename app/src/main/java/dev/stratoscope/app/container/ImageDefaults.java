package dev.stratoscope.app.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.ConfigValues;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an image says of how it is run. Immutable.
 *
 * @param ports exposed ones, such as {@code 80/tcp}
 */
record ImageDefaults(
        List<String> entrypoint,
        List<String> command,
        List<String> env,
        List<String> ports,
        String user,
        String workdir) {

    /** Of an image of the store; not on the JavaFX thread. */
    static ImageDefaults of(Engine engine, String image, Progress progress) throws IOException {
        try (OpenImage opened = engine.open(ImageSource.stored(image), null, progress)) {
            ConfigValues values = opened.image().config().values();
            return new ImageDefaults(
                    words(values.entrypoint()),
                    words(values.cmd()),
                    values.env(),
                    List.copyOf(values.ports()),
                    values.user() == null ? "" : values.user(),
                    values.workingDir() == null ? "" : values.workingDir());
        }
    }

    private static List<String> words(@Nullable String json) throws JsonProcessingException {
        if (json == null) {
            return List.of();
        }
        JsonNode node = new ObjectMapper().readTree(json);
        List<String> words = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(word -> words.add(word.asText()));
        } else if (node.isTextual()) {
            words.add(node.asText());
        }
        return words;
    }
}
