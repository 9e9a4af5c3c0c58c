package dev.stratoscope.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class SettingsTest {
    @TempDir Path home;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Settings settings = Settings.DEFAULT.withTheme("dark").withRecent("/a.tar");
        settings.write(home.resolve("new"));
        assertEquals(settings, Settings.read(home.resolve("new")));
    }

    @Test
    void theNewestComesFirstAndOnce() {
        Settings settings = Settings.DEFAULT.withRecent("a").withRecent("b").withRecent("a");
        assertEquals(List.of("a", "b"), settings.recent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"theme\":7,\"recent\":{}}", "null"})
    void damagedSettingsCountAsNone(String text) throws IOException {
        Files.writeString(home.resolve("settings.json"), text);
        assertEquals(Settings.DEFAULT.recent(), Settings.read(home).recent());
    }
}
