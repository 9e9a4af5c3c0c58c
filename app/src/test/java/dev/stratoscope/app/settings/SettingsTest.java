package dev.stratoscope.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class SettingsTest {
    @TempDir Path home;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Session session =
                new Session(
                        List.of(
                                new KeptTab(
                                        "oci:/images/a",
                                        "linux/arm64/v8",
                                        "a:1",
                                        new KeptPlace(3, "UP_TO_HERE", "etc/motd")),
                                new KeptTab("/b.tar", null, "b", KeptPlace.NOWHERE),
                                new KeptTab(
                                        "/b.tar",
                                        null,
                                        "b → c",
                                        KeptPlace.NOWHERE,
                                        new KeptOther("/c.tar", "linux/arm64"))),
                        1,
                        new Frame(10, 20, 1280, 800, true));
        Settings settings =
                Settings.DEFAULT
                        .withTheme("dark")
                        .withScale(150)
                        .withCalm(true)
                        .withRecent("/b.tar")
                        .withColumns(List.of("name", "size"))
                        .withSession(session);
        Path fresh = home.resolve("new");
        settings.write(fresh);
        assertEquals(settings, Settings.read(fresh));
        try (Stream<Path> files = Files.list(fresh)) {
            assertEquals(1, files.count(), "no part of a file is left");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"dark\"",
                "{\"theme\":7,\"recent\":{}}",
                "{\"session\":{\"tabs\":[{\"source\":{}}]}}"
            })
    void aDamagedFileCountsAsNone(String text) throws IOException {
        write(text);
        assertEquals(Settings.DEFAULT, Settings.read(home));
    }

    @Test
    void whatIsMissingOrSenselessBecomesTheDefault() throws IOException {
        write(
                "{\"theme\":\"pink\",\"scale\":9000,\"recent\":[null,\"/a\"],\"later\":{\"x\":1},"
                        + "\"session\":{\"tabs\":[null,{\"source\":\"\"},{\"source\":\"/a\"}],"
                        + "\"selected\":8,\"frame\":{\"x\":1e99,\"width\":-4,\"height\":5}}}");
        Settings read = Settings.read(home);
        assertEquals("system", read.theme());
        assertEquals(100, read.scale());
        assertEquals(List.of("/a"), read.recent());
        assertEquals(
                List.of(new KeptTab("/a", null, "/a", KeptPlace.NOWHERE)), read.session().tabs());
        assertEquals(-1, read.session().selected());
        assertFalse(read.session().frame().exists());
    }

    @Test
    void whoDoesNotWantASessionHasNone() {
        Session session =
                new Session(
                        List.of(new KeptTab("/a", null, "a", KeptPlace.NOWHERE)), 0, Frame.NONE);
        Settings with = Settings.DEFAULT.withSession(session);
        Settings without = with.withForgetting(true);
        assertEquals(Session.EMPTY, without.session());
        assertEquals(Session.EMPTY, without.withSession(session).session());
    }

    @Test
    void theSourceOpenedLastIsTheFirstOfTwelve() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecent("/" + i);
        }
        settings = settings.withRecent("/15");
        assertEquals(12, settings.recent().size());
        assertEquals(List.of("/15", "/19"), settings.recent().subList(0, 2));
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("settings.json"), text);
    }
}
