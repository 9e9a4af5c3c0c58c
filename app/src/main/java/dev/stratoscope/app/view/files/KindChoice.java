package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The kinds of change a person chose to see; the choice stays while travelling in that scope. */
final class KindChoice {
    private final Map<Object, Set<Kind>> chosen = new HashMap<>();

    /** The kinds chosen in a scope, or the usual ones where nobody chose. */
    Set<Kind> in(Object scope, Set<Kind> usual) {
        return chosen.getOrDefault(scope, usual);
    }

    void choose(Object scope, Set<Kind> kinds) {
        chosen.put(scope, kinds);
    }

    /**
     * The kinds of some rows with those of the matches that are left out, the deleted ones first.
     */
    static Set<Kind> withHidden(FileRows rows) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(rows.filter().kinds());
        boolean deletedOnly = rows.hidden(Kind.DELETED) > 0;
        for (Kind kind : Kind.values()) {
            if (rows.hidden(kind) > 0 && (kind == Kind.DELETED || !deletedOnly)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
