package dev.stratoscope.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.SharedCases;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The data that container-diff's own tests compare: a folder, a layer on top of it, and the folder
 * that has to come out; and three small folders.
 *
 * <p>We differ on purpose in one thing: container-diff looks at names and sizes only, so what has
 * another time, owner or mode is no change there. Here it is metadata-only, and left out of these
 * comparisons, since times and modes of the folders are those of a checkout.
 */
class PeerDifferencesTest {
    private static final String DATA = "GoogleContainerTools__container-diff/util/";

    @TempDir private Path home = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"la-croix2", "la-croix-update", "la-croix-wh"})
    void aLayerMakesOfTheStarterWhatItHasToBe(String name) throws IOException {
        Path tars = SharedCases.path(DATA + "testTars");
        LayerIndex starter = folder(tars.resolve("la-croix-starter"));
        LayerIndex layer = layer(tars.resolve(name + ".tar"));
        LayerIndex actual = folder(tars.resolve(name + "-actual"));
        Map<String, Kind> expected = differences(List.of(starter), List.of(actual));
        assertEquals(expected, differences(List.of(starter), List.of(starter, layer)));
        assertEquals(Map.of(), differences(List.of(starter, layer), List.of(actual)));
    }

    @Test
    void whatTheLayersDoIsWhatTheirNamesSay() throws IOException {
        Path tars = SharedCases.path(DATA + "testTars");
        LayerIndex starter = folder(tars.resolve("la-croix-starter"));
        assertEquals(
                Map.of("lime.txt", Kind.MODIFIED),
                differences(
                        List.of(starter),
                        List.of(starter, layer(tars.resolve("la-croix-update.tar")))));
        assertEquals(
                Map.of(
                        "lime.txt", Kind.DELETED,
                        "nest", Kind.DELETED,
                        "nest/f1.txt", Kind.DELETED,
                        "nest2", Kind.ADDED,
                        "nest2/hello", Kind.ADDED),
                differences(
                        List.of(starter),
                        List.of(starter, layer(tars.resolve("la-croix-wh.tar")))));
    }

    @Test
    void foldersDifferInTheFilesOfTheirNames() throws IOException {
        Path files = SharedCases.path(DATA + "test_files");
        LayerIndex one = folder(files.resolve("dir1"));
        LayerIndex two = folder(files.resolve("dir2"));
        LayerIndex modified = folder(files.resolve("dir2_modified"));
        assertEquals(
                Map.of("file1", Kind.ADDED, "file2", Kind.DELETED),
                differences(List.of(one), List.of(two)));
        assertEquals(
                Map.of("file2", Kind.MODIFIED, "file4", Kind.ADDED),
                differences(List.of(one), List.of(modified)));
    }

    private static Map<String, Kind> differences(List<LayerIndex> before, List<LayerIndex> after)
            throws IOException {
        Comparison comparison =
                Comparison.of(
                        side(before),
                        side(after),
                        Ignored.NOTHING.withTimes(true).withOwners(true),
                        Progress.NONE);
        Map<String, Kind> differences = new TreeMap<>();
        comparison
                .changed()
                .filter(at -> comparison.kind(at) != Kind.METADATA_ONLY)
                .forEach(
                        at -> differences.put(comparison.path(at).toString(), comparison.kind(at)));
        return differences;
    }

    private static Side side(List<LayerIndex> layers) {
        List<Digest> diffIds = new ArrayList<>();
        for (LayerIndex layer : layers) {
            diffIds.add(Digest.sha256(layer.segment().toArray(ValueLayout.JAVA_BYTE)));
        }
        return new Side(layers, diffIds, 0);
    }

    private LayerIndex layer(Path tar) throws IOException {
        try (Engine engine = Engine.open(home, Clock.systemUTC());
                OpenImage image = engine.open(ImageSource.of(tar), null, Progress.NONE)) {
            LayerFacts layer = image.layer(0, Progress.NONE);
            return layer.index();
        }
    }

    private static LayerIndex folder(Path root) throws IOException {
        TestImage.Layer layer = TestImage.layer();
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.filter(path -> !path.equals(root)).sorted().toList();
        }
        for (Path path : paths) {
            String name = root.relativize(path).toString();
            if (Files.isDirectory(path)) {
                layer.directory(name);
            } else {
                layer.file(name, Files.readString(path));
            }
        }
        return layer.index();
    }
}
