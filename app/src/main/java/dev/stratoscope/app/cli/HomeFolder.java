package dev.stratoscope.app.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where the engine keeps its things. */
public final class HomeFolder {
    private HomeFolder() {}

    /**
     * The folder that was asked for, else {@code STRATOSCOPE_HOME}, else the platform's place for
     * an application's data.
     *
     * @param given what {@code --home} said; null when it said nothing
     * @param environment looks up a variable; null or empty counts as not set
     */
    public static Path of(@Nullable Path given, UnaryOperator<@Nullable String> environment) {
        if (given != null) {
            return given.toAbsolutePath();
        }
        String own = environment.apply("STRATOSCOPE_HOME");
        if (own != null && !own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path user = Path.of(System.getProperty("user.home", "."));
        if (system.contains("mac")) {
            return user.resolve("Library/Application Support/Stratoscope");
        }
        boolean windows = system.contains("windows");
        String data = environment.apply(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME");
        if (data != null && !data.isEmpty() && Path.of(data).isAbsolute()) {
            return Path.of(data, windows ? "Stratoscope" : "stratoscope");
        }
        return windows
                ? user.resolve("AppData/Local/Stratoscope")
                : user.resolve(".local/share/stratoscope");
    }
}
