package dev.stratoscope.model.snapshot;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Real overlay mounts, in a mount namespace that ends with the commands run in it. */
final class Mounts {
    private static final String EMPTY = Digest.sha256(new byte[0]).hex();

    private Mounts() {}

    /** Skips the test where none can be made. */
    static void assumePossible(Path folder) throws IOException, InterruptedException {
        assumeTrue(Tools.has("unshare"), "overlay mounts take unshare");
        for (String each : new String[] {"l", "u", "w", "m"}) {
            Files.createDirectories(folder.resolve("trial").resolve(each));
        }
        String trial =
                "cd '%s' && mount -t overlay overlay -o lowerdir=l,upperdir=u,workdir=w m"
                        .formatted(folder.resolve("trial"));
        try {
            Tools.run("unshare", "-m", "--propagation", "private", "sh", "-c", trial);
        } catch (AssertionError e) {
            abort("no overlay can be mounted here: " + e.getMessage());
        }
    }

    /** Runs shell commands in the mounted snapshot and returns what they print. */
    static String run(OverlaySnapshot active, String script)
            throws IOException, InterruptedException {
        String mount =
                "cd '%s' && mount -t overlay overlay -o '%s' '%s' && cd '%s' && { %s\n}"
                        .formatted(
                                active.layers(),
                                active.mountOptions(),
                                active.merged(),
                                active.merged(),
                                script);
        return Tools.run("unshare", "-m", "--propagation", "private", "sh", "-e", "-c", mount);
    }

    /** What the mounted snapshot shows: of each path its kind, mode, owner, time and contents. */
    static Map<String, String> listing(OverlaySnapshot active)
            throws IOException, InterruptedException {
        return parse(run(active, LIST));
    }

    /** Prints what {@link #parse} takes. */
    static final String LIST =
            "find . -printf '%P\\t%y %#m %U:%G %T@ %l\\n"
                    + "'; echo; find . -type f -exec sha256sum {} +";

    static Map<String, String> parse(String printed) {
        Map<String, String> all = new TreeMap<>();
        Map<String, String> sums = new HashMap<>();
        for (String line : printed.split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab >= 0) {
                all.put(line.substring(0, tab), line.substring(tab + 1));
            } else if (line.length() > 66) {
                sums.put(line.substring(68), line.substring(0, 64));
            }
        }
        sums.forEach((path, sum) -> all.merge(path, sum, (said, hash) -> said + hash));
        return all;
    }

    /** The same of a file system that layers show. */
    static Map<String, String> expected(FileTree tree) {
        Map<String, String> all = new TreeMap<>();
        for (int at = 0; at < tree.size(); at++) {
            Attributes said = tree.shown(at).fileAttributes();
            Entry file = tree.entry(at);
            Digest digest = file == null ? null : file.digest();
            char kind = said.type().letter() == '-' ? 'f' : said.type().letter();
            String mode = said.mode() == 0 ? "0" : "0" + Integer.toOctalString(said.mode());
            all.put(
                    tree.path(at).toString(),
                    "%c %s %d:%d %d.%09d0 %s"
                            .formatted(
                                    kind,
                                    said.type().letter() == 'l' ? "0777" : mode,
                                    said.uid(),
                                    said.gid(),
                                    said.mtimeSeconds(),
                                    said.mtimeNanos(),
                                    file == null
                                            ? said.link()
                                            : digest == null ? EMPTY : digest.hex()));
        }
        return all;
    }

    /** As text that says what differs. */
    static String lines(Map<String, String> all) {
        StringBuilder text = new StringBuilder();
        all.forEach((path, said) -> text.append(path).append(" ").append(said).append('\n'));
        return text.toString();
    }

    /** Writes a script aside, for what is too long for a command line. */
    static Path script(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("script"), text, StandardCharsets.ISO_8859_1);
    }
}
