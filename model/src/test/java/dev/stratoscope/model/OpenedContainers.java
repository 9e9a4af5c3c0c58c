package dev.stratoscope.model;

import static dev.stratoscope.model.TestLayout.annotated;
import static dev.stratoscope.model.TestLayout.platform;

import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** An engine that opens what a test puts into a folder. */
abstract class OpenedContainers {
    @TempDir Path folder;
    Engine engine;

    @BeforeEach
    void openEngine() {
        engine = Engine.open(folder.resolve("home"), Clock.systemUTC());
    }

    @AfterEach
    void closeEngine() {
        engine.close();
    }

    static String signature(TestLayout layout, String more) {
        String title = "org.opencontainers.image.title";
        return layout.blob(
                TestLayout.MANIFEST,
                TestLayout.manifest(
                        layout.blob("application/vnd.oci.empty.v1+json", "{}", ""),
                        List.of(
                                layout.blob("text/plain", "signed", annotated(title, "../../sig")),
                                layout.blob(
                                        "text/plain", "more", annotated(title, "notes/read.me"))),
                        ",\"artifactType\":\"application/vnd.example.signature\"" + more),
                "");
    }

    List<ListedImage> list(String source) throws IOException {
        return engine.images(ImageSource.parse(source), Progress.NONE);
    }

    OpenImage open(String source) throws IOException {
        return engine.open(ImageSource.parse(source), null, Progress.NONE);
    }

    String hello(String source, @Nullable String platform) throws IOException {
        Platform wanted = platform == null ? null : Platform.parse(platform);
        return content(engine.open(ImageSource.parse(source), wanted, Progress.NONE), "hello");
    }

    static String content(OpenImage image, String path) throws IOException {
        FileTree tree = image.tree(Progress.NONE);
        var entry = tree.entry(tree.find(ByteString.of(path)));
        try (var in = image.contents().open(Objects.requireNonNull(entry), 0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> paths(OpenImage image) throws IOException {
        FileTree tree = image.tree(Progress.NONE);
        TreeSet<String> paths = new TreeSet<>();
        for (int at = 1; at < tree.size(); at++) {
            paths.add(tree.path(at).toString());
        }
        return List.copyOf(paths);
    }

    static List<String> platforms(List<ListedImage> images) {
        return images.stream().map(image -> String.valueOf(image.platform())).toList();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
