package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of the Dockerfiles of buildah and kaniko needs neither a network nor an image is built of
 * its folder by us and by docker, to the same image, or refused by both.
 */
class DockerBuildPeersTest {
    private static final String REFUSED = "refused";

    /** Of no layers docker 20.10 makes an image, but no archive of it. */
    private static final Set<String> NOT_SAVED = Set.of("run-scenarios/Dockerfile.noop-flags");

    /** Docker 20.10 ignores --chown where an archive is unpacked; later BuildKits obey it. */
    private static final Set<String> OWNED_ARCHIVES =
            Set.of("cache-chown/Dockerfile.tar1", "cache-chown/Dockerfile.tar2");

    /** Refused by both: what they copy is not in the folder. */
    private static final List<String> REFUSALS =
            List.of(
                    "dockerfiles/Dockerfile_dockerignore_relative",
                    "dockerfiles/Dockerfile_test_dockerignore");

    @TempDir private Path folder = Path.of("");

    @Test
    void theirImagesAreDockers() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        compare(Dockerd.start(folder.resolve("docker")), NOT_SAVED);
    }

    @Test
    void theirImagesAreBuildKits() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Set<String> except = new TreeSet<>(NOT_SAVED);
        except.addAll(OWNED_ARCHIVES);
        compare(Buildkitd.start(folder.resolve("buildkit")), except);
    }

    private void compare(BuildPeer peer, Set<String> except) throws Exception {
        Set<String> refused = new TreeSet<>();
        StringBuilder differing = new StringBuilder();
        int equal = 0;
        try (BuildPeer daemon = peer;
                Engine engine = Engine.open(folder.resolve("home"), Clock.systemUTC())) {
            for (Path file : PeerDockerfiles.all()) {
                String name = PeerDockerfiles.name(file);
                if (except.contains(name) || !standsAlone(engine, file)) {
                    continue;
                }
                Path parent = Files.createTempDirectory(folder, "case");
                Path context = PeerDockerfiles.context(file, parent);
                Path copy = context.resolve(file.getFileName());
                String theirs = theirs(daemon, engine, copy, context);
                String ours = ours(engine, copy, context);
                if (!theirs.equals(ours)) {
                    differing.append(name).append(BuiltImage.difference(theirs, ours)).append('\n');
                } else if (ours.equals(REFUSED)) {
                    refused.add(name);
                } else {
                    equal++;
                }
            }
        }
        assertEquals("", differing.toString());
        assertEquals(REFUSALS, List.copyOf(refused));
        assertEquals(20 - except.size(), equal);
    }

    private static boolean standsAlone(Engine engine, Path file) {
        try {
            BuildPlan plan = engine.builds().plan(new BuildSpecBuilder(null, file).build());
            return PeerDockerfiles.images(plan).isEmpty() && !PeerDockerfiles.needsNetwork(plan);
        } catch (IOException e) {
            return false;
        }
    }

    private String theirs(BuildPeer peer, Engine engine, Path file, Path context)
            throws IOException, InterruptedException {
        Path saved = folder.resolve("saved.tar");
        try {
            peer.build(file, context, saved);
        } catch (AssertionError e) {
            return REFUSED;
        }
        // Later BuildKits tell the flags too.
        return BuiltImage.shown(engine, ImageSource.of(saved), Instant.MAX)
                .replaceAll("(?m)^(COPY|ADD)(?: --\\S+)+ ", "$1 ");
    }

    private static String ours(Engine engine, Path file, Path context) throws IOException {
        BuildSpec spec = new BuildSpecBuilder(context, file).build();
        String built;
        try {
            KeptImage own = engine.builds().run(spec, _ -> {}, Progress.NONE);
            built = own.id().toString();
        } catch (IOException e) {
            return REFUSED;
        }
        return BuiltImage.shown(engine, ImageSource.stored(built), Instant.MAX);
    }
}
