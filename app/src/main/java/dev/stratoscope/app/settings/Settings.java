package dev.stratoscope.app.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is remembered between starts. Immutable.
 *
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param scale the size of everything in percent, one of {@link #SCALES}
 * @param calm whether nothing moves, whatever the platform asks for
 * @param forgetsSession whether the next start shows nothing of what was open
 * @param recent the sources opened last, newest first, as a person would write them
 * @param columns the columns of the file table that a person chose, in their order; empty for the
 *     usual ones
 */
public record Settings(
        String theme,
        int scale,
        boolean calm,
        boolean forgetsSession,
        List<String> recent,
        List<String> columns,
        Session session) {
    /** The sizes one can choose among, in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

    private static final Set<String> THEMES = new HashSet<>(List.of("light", "dark", "system"));

    /** What a new user starts with. */
    public static final Settings DEFAULT =
            new Settings("system", 100, false, false, List.of(), List.of(), Session.EMPTY);

    private static final int MOST_RECENT = 12;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** Copies the lists; what is missing or senseless in a file becomes the default. */
    public Settings {
        theme = THEMES.contains(theme) ? theme : "system";
        scale = SCALES.contains(scale) ? scale : 100;
        recent = words(recent);
        columns = words(columns);
        session = given(session);
    }

    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    private static List<String> words(List<String> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    private static Session given(Session session) {
        return session == null ? Session.EMPTY : session;
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
        return new Settings(name, scale, calm, forgetsSession, recent, columns, session);
    }

    /** The same with everything at another size. */
    public Settings withScale(int percent) {
        return new Settings(theme, percent, calm, forgetsSession, recent, columns, session);
    }

    /** The same with or without movement. */
    public Settings withCalm(boolean still) {
        return new Settings(theme, scale, still, forgetsSession, recent, columns, session);
    }

    /** The same with or without a session; without one, what is known of the last is forgotten. */
    public Settings withForgetting(boolean forgets) {
        Session kept = forgets ? Session.EMPTY : session;
        return new Settings(theme, scale, calm, forgets, recent, columns, kept);
    }

    /** The same with other columns of the file table. */
    public Settings withColumns(List<String> chosen) {
        return new Settings(theme, scale, calm, forgetsSession, recent, chosen, session);
    }

    /** The same with what is open now, unless that is to be forgotten. */
    public Settings withSession(Session now) {
        if (forgetsSession) {
            return this;
        }
        return new Settings(theme, scale, calm, forgetsSession, recent, columns, now);
    }

    /** The same with a source at the top of the recent ones. */
    public Settings withRecent(String source) {
        List<String> sources = new ArrayList<>(recent);
        sources.remove(source);
        sources.addFirst(source);
        List<String> latest = sources.subList(0, Math.min(MOST_RECENT, sources.size()));
        return new Settings(theme, scale, calm, forgetsSession, latest, columns, session);
    }

    private static Path file(Path home) {
        return home.resolve("settings.json");
    }
}
