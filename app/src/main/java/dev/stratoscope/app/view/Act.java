package dev.stratoscope.app.view;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

import java.util.List;

/**
 * Something a person can do, by the command palette, a menu or its keys. Immutable.
 *
 * @param name what it does, as on a button: {@code Close tab}
 * @param hint what it does it to, beside the name; may be empty
 * @param keys what does it; the first is the one that is shown, none is fine
 * @param within where the focus must be for the keys to count; null for anywhere
 * @param run does it; on the JavaFX thread
 */
public record Act(
        String name,
        String hint,
        Ikon icon,
        List<KeyCombination> keys,
        @Nullable Node within,
        Runnable run) {

    /** Copies the list. */
    public Act {
        keys = List.copyOf(keys);
    }

    /** An act without keys. */
    public static Act of(String name, Ikon icon, Runnable run) {
        return new Act(name, "", icon, List.of(), null, run);
    }

    /**
     * The same by keys, too.
     *
     * @param combinations as {@link KeyCombination#valueOf} reads them: {@code Shortcut+Shift+T}
     */
    public Act keys(String... combinations) {
        List<KeyCombination> all =
                List.of(combinations).stream().map(KeyCombination::valueOf).toList();
        return new Act(name, hint, icon, all, within, run);
    }

    /** The same with another icon. */
    public Act icon(Ikon another) {
        return new Act(name, hint, another, keys, within, run);
    }

    /** The same with words beside its name. */
    public Act hint(String words) {
        return new Act(name, words, icon, keys, within, run);
    }

    /** The same with keys that count only while the focus is in a part of the window. */
    public Act within(Node part) {
        return new Act(name, hint, icon, keys, part, run);
    }

    /** Its first keys for a person: {@code Ctrl+K}; empty where it has none. */
    public String keyText() {
        return keys.isEmpty() ? "" : text(keys.getFirst());
    }

    /** All its keys for keycaps: {@code Ctrl K}; no two are the same. */
    public List<String> keycaps() {
        return keys.stream()
                .map(Act::text)
                .map(text -> text.replaceAll("(?<=.)\\+(?=.)", " "))
                .distinct()
                .toList();
    }

    private static String text(KeyCombination combination) {
        return combination.getDisplayText().replace('_', ' ');
    }

    /** Its name and keys, for a tooltip: {@code Close tab (Ctrl+W)}. */
    public String tip() {
        return keys.isEmpty() ? name : name + " (" + keyText() + ")";
    }

    /** Whether a key that was pressed means this act, wherever the focus is. */
    public boolean isMeantBy(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** Whether its keys would write a character into a field, so that they cannot count there. */
    public boolean isTyped() {
        return keys.stream()
                .map(KeyCombination::getName)
                .noneMatch(name -> name.contains("+") || isFunction(name));
    }

    private static boolean isFunction(String name) {
        KeyCode code = KeyCode.getKeyCode(name);
        return code != null && code.isFunctionKey();
    }
}
