package dev.stratoscope.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PackageListTest {

    @TempDir Path folder;

    @Test
    void rootMayUseAllAndIsUsedByNone() throws IOException {
        PackageList list = list("[model]", "(root): *", "image: -", "tree: image");

        assertTrue(list.allows("dev.stratoscope.model", "dev.stratoscope.model.tree"));
        assertTrue(list.allows("dev.stratoscope.model.tree", "dev.stratoscope.model.image"));
        assertFalse(list.allows("dev.stratoscope.model.tree", "dev.stratoscope.model"));
        assertEquals(List.of(), list.cycle());
    }

    @Test
    void cycleIsNamed() throws IOException {
        assertEquals(
                List.of("dev.stratoscope.app.a", "dev.stratoscope.app.b", "dev.stratoscope.app.a"),
                list("[app]", "a: b", "b: a").cycle());
    }

    @Test
    void undeclaredNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> list("[app]", "a: nothing"));
    }

    private PackageList list(String... lines) throws IOException {
        return PackageList.read(Files.write(folder.resolve("packages.txt"), List.of(lines)));
    }
}
