package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.diff.Kind;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What of a tree is to be seen.
 *
 * @param scope what "here" covers
 * @param layer the selected layer
 * @param kinds the kinds of change to show; unchanged among them or not
 * @param text a part of a name, or a glob when it holds one of {@code * ? [}; empty for all
 */
record FileFilter(Scope scope, int layer, Set<Kind> kinds, String text) {
    FileFilter {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
    }

    /** Everything of a scope, or only what changed. */
    static FileFilter of(Scope scope, int layer, boolean changedOnly) {
        Set<Kind> kinds = EnumSet.allOf(Kind.class);
        if (changedOnly) {
            kinds.remove(Kind.UNCHANGED);
        }
        return new FileFilter(scope, layer, kinds, "");
    }

    FileFilter withKinds(Set<Kind> wanted) {
        return new FileFilter(scope, layer, wanted, text);
    }

    FileFilter withText(String wanted) {
        return new FileFilter(scope, layer, kinds, wanted);
    }

    boolean isGlob() {
        return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    boolean globOnPath() {
        return text.indexOf('/') >= 0;
    }

    /**
     * Decides on names, or, for a glob with a slash, on paths. Upper and lower case are the same.
     */
    Predicate<String> matcher() {
        if (text.isEmpty()) {
            return name -> true;
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        if (isGlob()) {
            Glob glob = new Glob(wanted);
            return name -> glob.matches(name.toLowerCase(Locale.ROOT));
        }
        return name -> name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
