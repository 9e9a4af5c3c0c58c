package dev.stratoscope.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a runtime is started with by hand: a folder with a root and what the runtime itself wrote.
 */
record Bundles(Path folder) {
    /** Where crun must not see the second version of cgroups beside the first. */
    private static final String START =
            "if [ \"$1\" = crun ] && [ -d /sys/fs/cgroup/unified ]; then umount"
                    + " /sys/fs/cgroup/unified; fi; exec \"$1\" --root \"$0/state\" run -b \"$0\""
                    + " bench";

    static Bundles of(Path image, Path parent) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(parent.resolve("bundle"));
        Path root = Files.createDirectories(folder.resolve("rootfs"));
        try (Engine engine = Engine.open(parent.resolve("extracting"), Clock.systemUTC());
                var opened = engine.open(ImageSource.of(image), null, Progress.NONE)) {
            FileTree tree = opened.tree(Progress.NONE);
            opened.extract(
                    Subtree.of(tree, 0),
                    root,
                    new ExtractOptions(true, false, true),
                    Progress.NONE);
        }
        Path config = folder.resolve("config.json");
        if (has("runc")) {
            Files.deleteIfExists(config);
            Turns.command(List.of("runc", "spec", "-b", folder.toString()));
        } else if (has("crun")) {
            Files.deleteIfExists(config);
            Turns.command(List.of("sh", "-c", "cd \"$0\" && crun spec", folder.toString()));
        } else {
            return new Bundles(folder);
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = (ObjectNode) json.readTree(config.toFile());
        ObjectNode process = (ObjectNode) document.path("process");
        process.put("terminal", false);
        process.remove("rlimits");
        ArrayNode args = process.putArray("args");
        args.add("true");
        json.writeValue(config.toFile(), document);
        return new Bundles(folder);
    }

    static boolean has(String program) {
        return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/bin")
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    /** The words that run it to its end. */
    List<String> running(String runtime) {
        return List.of("unshare", "--mount", "sh", "-c", START, folder.toString(), runtime);
    }
}
