package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;

import java.util.Map;
import java.util.TreeMap;

/** What a tree shows, as text a path, so that two trees can be compared and a difference read. */
public final class Shown {
    private Shown() {}

    /**
     * Every path below the root, and the root as the empty path. Several names of one file show the
     * same digest.
     */
    public static Map<String, String> of(FileTree tree) {
        Map<String, String> shown = new TreeMap<>();
        for (int at = 0; at < tree.size(); at++) {
            shown.put(tree.path(at).toString(), node(tree, at));
        }
        return shown;
    }

    /** One node; a hard link counts as the file that it is a name of. */
    public static String node(FileTree tree, int at) {
        String implied = tree.isImplied(at) ? " implied" : "";
        Entry file = tree.entry(at);
        Digest digest = tree.digest(at);
        String hash = digest == null ? "hollow" : digest.shortHex();
        String content = file == null ? "" : file.size() + " " + hash;
        return line(file == null ? tree.type(at) : EntryType.FILE, tree.attributes(at), content)
                + implied;
    }

    /** One entry in the same words. */
    public static String line(EntryType type, Attributes said, String content) {
        return "%s %o %d:%d %d.%d %s%s%s"
                .formatted(
                        type.word(),
                        said.mode(),
                        said.uid(),
                        said.gid(),
                        said.mtimeSeconds(),
                        said.mtimeNanos(),
                        content,
                        type == EntryType.SYMLINK ? "-> " + said.link() : "",
                        type.isDevice() ? said.deviceMajor() + "," + said.deviceMinor() : "");
    }
}
