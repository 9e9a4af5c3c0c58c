package dev.stratoscope.app.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered between starts. Immutable.
 *
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param recent the sources opened last, newest first, as a person would write them
 */
public record Settings(String theme, List<String> recent) {
    /** What a new user starts with. */
    public static final Settings DEFAULT = new Settings("system", List.of());

    private static final int MOST_RECENT = 12;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Copies the list; what is missing in a file becomes the default. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    public Settings {
        theme = theme == null ? "system" : theme;
        recent = recent == null ? List.of() : List.copyOf(recent);
    }

    /** Reads the settings of a home directory; a file that is missing or damaged counts as none. */
    public static Settings read(Path home) {
        try {
            Settings read = MAPPER.readValue(Files.readAllBytes(file(home)), Settings.class);
            return read == null ? DEFAULT : read;
        } catch (IOException e) {
            return DEFAULT;
        }
    }

    /** Writes the settings; the file appears whole or not at all. */
    public void write(Path home) throws IOException {
        Files.createDirectories(home);
        Path fresh = Files.createTempFile(home, "settings", ".part");
        try {
            Files.write(fresh, MAPPER.writeValueAsBytes(this));
            Files.move(
                    fresh,
                    file(home),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The same with another theme. */
    public Settings withTheme(String name) {
        return new Settings(name, recent);
    }

    /** The same with a source at the top of the recent ones. */
    public Settings withRecent(String source) {
        List<String> sources = new ArrayList<>(recent);
        sources.remove(source);
        sources.addFirst(source);
        return new Settings(theme, sources.subList(0, Math.min(MOST_RECENT, sources.size())));
    }

    private static Path file(Path home) {
        return home.resolve("settings.json");
    }
}
