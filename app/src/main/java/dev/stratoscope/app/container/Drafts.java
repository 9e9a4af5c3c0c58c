package dev.stratoscope.app.container;

import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was typed into files, by their paths. On the JavaFX thread. */
final class Drafts {
    private final Map<ByteString, Draft> drafts = new HashMap<>();

    /** What was typed, over what was read. */
    record Draft(TextFile file, PathState state, String text) {
        boolean isUnsaved() {
            return !text.equals(file.text());
        }

        Draft with(String typed) {
            return new Draft(file, state, typed);
        }
    }

    /** That of a path; null when nothing was typed there. */
    @Nullable Draft get(ByteString path) {
        return drafts.get(path);
    }

    void put(ByteString path, Draft draft) {
        drafts.put(path, draft);
    }

    void remove(ByteString path) {
        drafts.remove(path);
    }

    /** The paths whose text is not saved, in the order of their names. */
    List<ByteString> unsaved() {
        return drafts.entrySet().stream()
                .filter(one -> one.getValue().isUnsaved())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** A path has another name now, and so have those below it. */
    void rename(ByteString from, ByteString to) {
        byte[] old = from.toByteArray();
        byte[] start = to.toByteArray();
        for (ByteString path : List.copyOf(drafts.keySet())) {
            byte[] at = path.toByteArray();
            boolean within = at.length > old.length && at[old.length] == '/';
            if ((at.length == old.length || within)
                    && Arrays.equals(at, 0, old.length, old, 0, old.length)) {
                byte[] now = Arrays.copyOf(start, start.length + at.length - old.length);
                System.arraycopy(at, old.length, now, start.length, at.length - old.length);
                Draft draft = drafts.remove(path);
                if (draft != null) {
                    drafts.put(ByteString.of(now), draft);
                }
            }
        }
    }
}
