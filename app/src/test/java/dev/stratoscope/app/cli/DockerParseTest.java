package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.dockerfile.DockerfileException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Docker and we read the same Dockerfiles, and refuse the same at the same lines. A stage is asked
 * for that no file has: where that is all there is to complain of, the text was read.
 */
class DockerParseTest {
    private static final String NOWHERE = "no-stage-is-called-so";
    private static final Pattern LINE = Pattern.compile("parse error (?:on )?line (\\d+)");

    /** What the language has since docker 20.10: see the table of versions in BuildKit's manual. */
    private static final Set<String> NEWER =
            Set.of(
                    // --exclude
                    "copy-exclude/Containerfile:2",
                    "copy-exclude/Containerfile.missing:2",
                    // --parents
                    "copy-parents/Containerfile:3",
                    "copy-parents/Containerfile-hardlinks:2",
                    // --start-interval
                    "healthcheck/Dockerfile:2",
                    // RUN --network
                    "inline-network/Dockerfile1:2",
                    "inline-network/Dockerfile2:2",
                    "inline-network/Dockerfile4:2",
                    // texts that end at a mark
                    "heredoc/Dockerfile.heredoc_copy:8");

    @TempDir private Path folder = Path.of("");

    /** Of variables in --from both complain only when the stage is built. */
    private static final String VARIABLE = "multi-stage-builds/Dockerfile.arg_in_copy:8";

    /** So does BuildKit now of a mount's field without a value. */
    private static final Set<String> LATER = Set.of("verify-cleanup/Dockerfile:6", VARIABLE);

    /** One of how many is looked at, beside all that are refused, unless all are asked for. */
    private static final int SOME = 6;

    @Test
    void weReadWhatDockerReadsAndRefuseTheSameLines() throws Exception {
        compare(Dockerd.start(folder.resolve("docker")), NEWER, Set.of(VARIABLE));
    }

    @Test
    void weReadWhatBuildKitReadsAndRefuseTheSameLines() throws Exception {
        compare(Buildkitd.start(folder.resolve("buildkit")), Set.of(), LATER);
    }

    private void compare(BuildPeer peer, Set<String> theirsOnly, Set<String> oursOnly)
            throws Exception {
        Path context = Files.createDirectory(folder.resolve("context"));
        Set<String> theirs = new TreeSet<>(oursOnly);
        Set<String> ours = new TreeSet<>(theirsOnly);
        boolean everyOne = Boolean.getBoolean("stratoscope.dockerfiles.all");
        List<Path> all = PeerDockerfiles.all();
        assertEquals(259, all.size());
        try (BuildPeer daemon = peer;
                Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            for (int i = 0; i < all.size(); i++) {
                String text = PeerDockerfiles.text(all.get(i));
                Path copy = Files.writeString(folder.resolve("Dockerfile"), text);
                String name = PeerDockerfiles.name(all.get(i));
                int line = ours(engine, copy, context);
                boolean told = theirsOnly.stream().anyMatch(one -> one.startsWith(name + ":"));
                if (everyOne || line >= 0 || told || i % SOME == 0) {
                    add(theirs, name, theirs(daemon, copy, context));
                    add(ours, name, line);
                }
            }
        }
        assertEquals(String.join("\n", theirs), String.join("\n", ours));
    }

    private static void add(Set<String> refused, String name, int line) {
        if (line >= 0) {
            refused.add(name + ":" + line);
        }
    }

    /** The line that is refused; 0 where it names none, -1 where it refuses nothing. */
    private static int theirs(BuildPeer peer, Path file, Path context)
            throws IOException, InterruptedException {
        try {
            peer.read(file, context, NOWHERE);
        } catch (AssertionError e) {
            String said = e.getMessage() + "";
            Matcher line = LINE.matcher(said);
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            return said.matches("(?s).*" + NOWHERE + "\"? could not be found.*") ? -1 : 0;
        }
        throw new AssertionError("a stage is found that is not there: " + file);
    }

    private static int ours(Engine engine, Path file, Path context) throws IOException {
        BuildSpec spec = new BuildSpecBuilder(context, file).target(NOWHERE).build();
        try {
            engine.builds().plan(spec);
        } catch (DockerfileException e) {
            assertTrue(e.range().startLine() > 0, e::getMessage);
            boolean read = e.reason().startsWith("there is no stage " + NOWHERE);
            boolean blank = e.reason().contains("names no image");
            return read ? -1 : blank ? 0 : e.range().startLine();
        }
        throw new AssertionError("we find a stage that is not there: " + file);
    }
}
