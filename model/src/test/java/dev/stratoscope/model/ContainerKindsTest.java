package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a file or folder is, told by what is in it. */
class ContainerKindsTest extends OpenedContainers {
    @Test
    void imagesFromBeforeManifestsGetAConfigOfTheirOwn() throws IOException {
        byte[] lower = TestImage.of(TestImage.layer().file("hello", "old")).tars().getFirst();
        byte[] upper = TestImage.of(TestImage.layer().file("new", "x")).tars().getFirst();
        String base = "b".repeat(64);
        String top = "a".repeat(64);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                base + "/json",
                text("{\"id\":\"" + base + "\",\"os\":\"linux\",\"architecture\":\"amd64\"}"));
        files.put(base + "/layer.tar", lower);
        files.put(
                top + "/json",
                text(
                        "{\"id\":\"%s\",\"parent\":\"%s\",\"os\":\"linux\",\"architecture\":\"amd64\",\"created\":\"2015-01-01T00:00:00Z\",\"container_config\":{\"Cmd\":[\"/bin/sh\",\"-c\",\"touch new\"]}}"
                                .formatted(top, base)));
        files.put(top + "/layer.tar", upper);
        files.put("repositories", text("{\"demo/old\":{\"1\":\"" + top + "\"}}"));
        for (Packing packing : Packing.values()) {
            Path path = TestArchive.of(files).tar(folder.resolve("old.tar"), packing);
            OpenImage opened = open(path + ":demo/old:1");
            assertEquals(List.of("hello", "new"), paths(opened));
            assertEquals(
                    "/bin/sh -c touch new", opened.history(Progress.NONE).getFirst().createdBy());
            assertEquals(List.of("demo/old:1"), opened.image().names());
            assertEquals(1, opened.siblings().size());
        }
    }

    @Test
    void aCircleOfParentsIsRefused() throws IOException {
        String one = "a".repeat(64);
        String other = "b".repeat(64);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(one + "/json", text("{\"parent\":\"" + other + "\"}"));
        files.put(other + "/json", text("{\"parent\":\"" + one + "\"}"));
        files.put("repositories", text("{\"x\":{\"1\":\"" + one + "\"}}"));
        Path path = TestArchive.of(files).tar(folder.resolve("old.tar"), Packing.NONE);
        IOException e = assertThrows(ImageFormatException.class, () -> open(path + ""));
        assertTrue(e.getMessage().contains("their own parents"), e.getMessage());
    }

    @Test
    void aRootFileSystemIsOneLayerWhateverItIsPackedIn() throws IOException {
        byte[] tar =
                TestImage.of(
                                TestImage.layer()
                                        .file("hello", "root")
                                        .file("index.json", "{\"a\":1}")
                                        .file("manifest.json", "{\"name\":\"a web app\"}"))
                        .tars()
                        .getFirst();
        TreeSet<String> ids = new TreeSet<>();
        for (Packing packing : Packing.values()) {
            Path path = Files.write(folder.resolve("root"), packing.pack(tar));
            OpenImage opened = open(path + "");
            assertEquals(List.of("hello", "index.json", "manifest.json"), paths(opened));
            ids.add(opened.image().id().toString());
            assertThrows(ImageFormatException.class, () -> open("docker-archive:" + path));
        }
        assertEquals(1, ids.size());
    }

    @Test
    void aContainerWhoseFirstEntryIsAnythingIsStillOne() throws IOException {
        byte[] tar = TestImage.of(TestImage.layer().file("hello", "inside")).tars().getFirst();
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}"
                        .formatted(Digest.sha256(tar));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.txt", text("what somebody added"));
        files.put("l", tar);
        files.put("c", text(config));
        files.put("manifest.json", text("[{\"Config\":\"c\",\"Layers\":[\"l\"]}]"));
        for (Packing packing : Packing.values()) {
            Path path = TestArchive.of(files).tar(folder.resolve("odd.tar"), packing);
            assertEquals("inside", hello(path + "", null));
        }
        Path unpacked = TestArchive.of(files).folder(Files.createDirectory(folder.resolve("f")));
        assertEquals("inside", hello(unpacked + "", null));
        assertNull(list(unpacked + "").getFirst().problem());
    }

    @Test
    void aFoldersLinksLeadNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret"), "{}");
        Path inside = Files.createDirectory(folder.resolve("f"));
        Files.createSymbolicLink(inside.resolve("c"), folder.resolve("secret"));
        Files.writeString(inside.resolve("manifest.json"), "[{\"Config\":\"c\",\"Layers\":[]}]");
        IOException e = assertThrows(ImageFormatException.class, () -> open(inside + ""));
        assertTrue(e.getMessage().contains("leads out of the folder"), e.getMessage());
    }
}
