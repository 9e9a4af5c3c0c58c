package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every image folder there is: what docker, podman, skopeo and umoci said of an image, against what
 * we say of it in each of its formats.
 */
class ImageTruthTest {
    private final List<DynamicTest> tests = new ArrayList<>();
    private ImageAnswers last = new ImageAnswers("");
    private ImageAnswers first = last;

    @FunctionalInterface
    private interface Check {
        void against(ImageAnswers ours, Path truth) throws IOException;
    }

    @TestFactory
    Stream<DynamicContainer> everyFormatIsTheImageThatOtherToolsSee() throws IOException {
        List<ImageFolder> folders = ImageFolder.all();
        assumeTrue(!folders.isEmpty(), "needs -Dstratoscope.images or ../shared/images");
        List<DynamicContainer> images = new ArrayList<>();
        for (ImageFolder folder : folders) {
            images.add(
                    DynamicContainer.dynamicContainer(
                            folder.path().getFileName().toString(), tests(folder)));
        }
        return images.stream();
    }

    private List<DynamicTest> tests(ImageFolder folder) throws IOException {
        tests.clear();
        String first = null;
        for (Map.Entry<String, String> format : folder.formats().entrySet()) {
            first = first == null ? format.getValue() : first;
            add(folder, format.getKey(), format.getValue(), first);
        }
        return List.copyOf(tests);
    }

    private void add(ImageFolder folder, String format, String source, String first) {
        boolean oci = format.contains("oci");
        truth(folder, format, source, "docker-export.lst", ImageTruthTest::dockerExport);
        truth(folder, format, source, "umoci.lst", ImageTruthTest::listing);
        truth(folder, format, source, "podman.lst", ImageTruthTest::listing);
        truth(folder, format, source, "umoci.mtree", ImageTruthTest::manifest);
        truth(folder, format, source, "umoci.mtree.gz", ImageTruthTest::manifest);
        truth(
                folder,
                format,
                source,
                "docker-history.txt",
                (ours, file) -> ConfigTruth.dockerHistory(ours, file, oci));
        truth(
                folder,
                format,
                source,
                "docker-history.jsonl",
                (ours, file) -> ConfigTruth.dockerHistoryJson(ours, file, oci));
        truth(
                folder,
                format,
                source,
                "docker-inspect.json",
                (ours, file) -> ConfigTruth.dockerInspect(ours, file, oci));
        truth(folder, format, source, "podman-history.json", ConfigTruth::podmanHistory);
        truth(folder, format, source, "podman-inspect.json", ConfigTruth::podmanInspect);
        String skopeo = "skopeo/" + format;
        truth(folder, format, source, skopeo + ".config.json", ConfigTruth::skopeoConfig);
        truth(folder, format, source, skopeo + ".manifest.json", ConfigTruth::skopeoManifest);
        String label = folder.path().getFileName() + " " + format;
        tests.add(dynamicTest(label + " is not damaged", () -> answers(source).verify()));
        if (!source.equals(first)) {
            tests.add(
                    dynamicTest(
                            label + " lists what the first format lists",
                            () -> same(answersOfFirst(first).rows(), answers(source).rows())));
        }
    }

    private void truth(ImageFolder folder, String format, String source, String name, Check check) {
        folder.file(name)
                .ifPresent(
                        file ->
                                tests.add(
                                        dynamicTest(
                                                folder.path().getFileName()
                                                        + " "
                                                        + format
                                                        + " is what "
                                                        + name
                                                        + " says",
                                                () -> check.against(answers(source), file))));
    }

    private static void dockerExport(ImageAnswers ours, Path listing) throws IOException {
        Map<String, ListedTree.File> said =
                ListedTree.withoutDockers(ListedTree.ofOurs(ours.rows()));
        Map<String, ListedTree.File> truth = ListedTree.withoutDockers(ListedTree.of(listing));
        same(ListedTree.numbered(truth, said), said);
    }

    private static void listing(ImageAnswers ours, Path listing) throws IOException {
        same(ListedTree.of(listing), ListedTree.ofOurs(ours.rows()));
    }

    private static void manifest(ImageAnswers ours, Path mtree) throws IOException {
        Map<String, Map<String, String>> said = Mtree.ofOurs(ours.rows());
        Map<String, Map<String, String>> truth = Mtree.of(mtree);
        truth.forEach(
                (path, file) -> {
                    if (!said.getOrDefault(path, file).containsKey("seconds")) {
                        file.remove("seconds"); // of a directory that no layer names
                    }
                });
        same(truth, said);
    }

    /** Fails with the first few paths that differ: there may be a hundred thousand. */
    private static <T> void same(Map<String, T> truth, Map<String, T> ours) {
        Map<String, String> differences = new TreeMap<>();
        truth.forEach((path, file) -> compare(path, file, ours.get(path), differences));
        ours.forEach((path, file) -> compare(path, truth.get(path), file, differences));
        assertEquals(
                "",
                differences.values().stream().limit(20).collect(Collectors.joining()),
                differences.size() + " of " + truth.size() + " paths differ");
    }

    private static void compare(
            String path, @Nullable Object truth, @Nullable Object ours, Map<String, String> into) {
        if (!Objects.equals(truth, ours)) {
            into.put(path, path + "\n    should be " + truth + "\n    but is    " + ours + "\n");
        }
    }

    /** The answers about one source are kept until another is asked. */
    private ImageAnswers answers(String source) {
        if (!last.isAbout(source)) {
            last = new ImageAnswers(source);
        }
        return last;
    }

    private ImageAnswers answersOfFirst(String source) {
        if (!first.isAbout(source)) {
            first = new ImageAnswers(source);
        }
        return first;
    }
}
