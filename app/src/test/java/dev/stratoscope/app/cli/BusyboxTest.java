package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.app.text.SharedData;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What docker and umoci said of an image, against what we say of the same image in each of its
 * forms.
 */
class BusyboxTest {
    /** Only the daemon knows these. */
    private static final Set<String> DAEMONS = Set.of("GraphDriver", "Metadata", "RepoDigests");

    /** The converter to OCI left these out of the config, so its bytes and its id differ. */
    private static final Set<String> NOT_IN_OCI =
            Set.of("Id", "Container", "ContainerConfig", "DockerVersion");

    private Path folder = Path.of("");

    @BeforeEach
    void findImages() {
        folder = SharedData.at("images/busybox");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker-save.tar",
                "docker-save.tar.gz",
                "oci",
                "oci-zstd",
                "podman-docker-archive.tar",
                "podman-oci-archive.tar"
            })
    void everyFormSaysWhatDockerSays(String form) throws IOException {
        String source = folder.resolve(form).toString();
        boolean oci = form.contains("oci");
        historyIsDockers(source, oci);
        historyJsonIsDockers(source, oci);
        inspectIsDockers(source, oci);
        treeIsWhatDockerExports(source);
        digestsAreUmocis(source);
        assertEquals(
                "no problems found in 2 layers, 271 entries\n",
                CommandLineRun.done("verify", source).out());
        assertEquals(
                tree(folder.resolve("docker-save.tar").toString()),
                tree(source),
                "the listing of docker-save.tar");
    }

    @Test
    void inspectIsDockersToTheByte() throws IOException {
        String ours = CommandLineRun.done("inspect", source("docker-save.tar")).out();
        String theirs = Files.readString(folder.resolve("docker-inspect.json"));
        assertEquals(
                theirs.replaceFirst("(?s)\"GraphDriver\": \\{.*?\n {8}}", "\"GraphDriver\": null"),
                ours);
    }

    @Test
    void layersHaveEveryFieldOfTheContract() throws IOException {
        JsonNode layers = CommandLineRun.done("layers", "--json", source("oci")).json();
        assertEquals(2, layers.size());
        List<String> names = new ArrayList<>();
        layers.get(1).fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "index",
                        "digest",
                        "diffId",
                        "chainId",
                        "mediaType",
                        "compressedSize",
                        "size",
                        "contentSize",
                        "entries",
                        "added",
                        "modified",
                        "metadataOnly",
                        "deleted",
                        "createdBy",
                        "created"),
                names);
        JsonNode top = layers.get(1);
        assertEquals(1, top.get("index").asInt());
        assertEquals(3216, top.get("contentSize").asLong());
        assertEquals(269, top.get("entries").asInt());
        assertEquals(268, top.get("added").asInt());
        assertEquals("/bin/busybox --install -s /bin", top.get("createdBy").asText());
        assertEquals("2026-11-20T22:10:07.703783028Z", top.get("created").asText());
    }

    @Test
    void catGoesThroughLinks() throws IOException {
        byte[] file = CommandLineRun.done("cat", source("oci"), "bin/busybox").bytes();
        assertEquals(1_982_256, file.length);
        byte[] link = CommandLineRun.done("cat", source("docker-save.tar"), "/bin/sh").bytes();
        assertEquals(-1, Arrays.mismatch(file, link));
    }

    private void historyIsDockers(String source, boolean oci) throws IOException {
        List<String> ours = withoutAges(CommandLineRun.done("history", source).lines());
        List<String> theirs = withoutAges(Files.readAllLines(folder.resolve("docker-history.txt")));
        if (oci) {
            ours = withoutId(ours);
            theirs = withoutId(theirs);
        }
        assertEquals(theirs, ours);
    }

    private void historyJsonIsDockers(String source, boolean oci) throws IOException {
        List<String> ours = CommandLineRun.done("history", "--json", source).lines();
        List<String> theirs = Files.readAllLines(folder.resolve("docker-history.jsonl"));
        assertEquals(theirs.size(), ours.size() - 2);
        for (int i = 0; i < theirs.size(); i++) {
            String line = ours.get(i + 1).replaceFirst(",$", "");
            String since = "\"CreatedSince\":\"[^\"]*\"";
            String id = oci ? "\"ID\":\"sha256[^\"]*\"" : "never";
            assertEquals(
                    theirs.get(i).replaceFirst(since, "").replaceFirst(id, ""),
                    line.replaceFirst(since, "").replaceFirst(id, ""));
        }
    }

    private void inspectIsDockers(String source, boolean oci) throws IOException {
        JsonNode ours = CommandLineRun.done("inspect", source).json().get(0);
        JsonNode theirs =
                new JsonMapper().readTree(folder.resolve("docker-inspect.json").toFile()).get(0);
        for (Map.Entry<String, JsonNode> field : theirs.properties()) {
            String name = field.getKey();
            if (DAEMONS.contains(name) || (oci && NOT_IN_OCI.contains(name))) {
                continue;
            }
            if (name.equals("Config") && oci) {
                Map<String, JsonNode> expected = fields(field.getValue());
                Map<String, JsonNode> actual = fields(ours.get(name));
                expected.remove("Image");
                actual.remove("Image");
                assertEquals(expected, actual, name);
            } else if (!name.equals("RepoTags") || !oci) {
                assertEquals(field.getValue(), ours.get(name), name);
            }
        }
    }

    private void treeIsWhatDockerExports(String source) throws IOException {
        Map<String, DockerTruth.File> ours = new TreeMap<>();
        Map<String, String> hardLinks = new HashMap<>();
        CommandLineRun.done("tree", "--json", source)
                .byPath()
                .forEach(
                        (path, row) -> {
                            String type = row.get("type").asText();
                            if (type.equals("hardlink")) {
                                hardLinks.put(path, row.get("linkTarget").asText());
                            }
                            ours.put(
                                    path,
                                    new DockerTruth.File(
                                            type.equals("hardlink") ? "file" : type,
                                            row.get("mode").asText(),
                                            owner(row.get("uid").asInt())
                                                    + ":"
                                                    + owner(row.get("gid").asInt()),
                                            row.get("size").asLong(),
                                            type.equals("symlink")
                                                    ? row.get("linkTarget").asText()
                                                    : row.path("rdev").asText("")));
                        });
        assertEquals(
                DockerTruth.exported(folder.resolve("docker-export.lst")),
                DockerTruth.grouped(ours, hardLinks));
    }

    private void digestsAreUmocis(String source) throws IOException {
        Map<String, String> ours = new HashMap<>();
        CommandLineRun.done("tree", "--json", "--digest", source)
                .byPath()
                .forEach(
                        (path, row) -> {
                            if (row.has("digest")) {
                                ours.put(path, row.get("digest").asText().replace("sha256:", ""));
                            }
                        });
        Map<String, String> theirs = DockerTruth.digests(folder.resolve("umoci.mtree.gz"));
        assertTrue(theirs.containsKey("bin/busybox"), "the manifest names bin/busybox");
        assertEquals(new TreeMap<>(theirs), new TreeMap<>(ours));
    }

    private String source(String form) {
        return folder.resolve(form).toString();
    }

    private static String tree(String source) {
        return CommandLineRun.done("tree", "--json", "--digest", source).out();
    }

    private static String owner(int number) {
        return number == 0 ? "root" : Integer.toString(number);
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** The columns beside CREATED, whose width depends on the ages in it. */
    private static List<String> withoutAges(List<String> table) {
        int from = table.getFirst().indexOf("CREATED");
        int to = table.getFirst().indexOf("CREATED BY");
        return table.stream().map(l -> l.substring(0, from) + l.substring(to)).toList();
    }

    private static List<String> withoutId(List<String> table) {
        List<String> lines = new ArrayList<>(table);
        lines.set(1, lines.get(1).substring(12));
        return lines;
    }
}
