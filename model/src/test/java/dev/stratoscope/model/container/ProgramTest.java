package dev.stratoscope.model.container;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ProgramTest {
    private static final Map<String, Program.Target> FILES =
            Map.of(
                    "bin/sh", new Program.Target(EntryType.FILE, 0755),
                    "bin/text", new Program.Target(EntryType.FILE, 0644),
                    "usr/bin/text", new Program.Target(EntryType.FILE, 0111),
                    "data", new Program.Target(EntryType.DIRECTORY, 0755));

    private static void find(String program) throws Exception {
        Program.find(
                program,
                List.of("PATH=/no", "PATH=/bin::/usr/bin"),
                "/bin",
                List.of("/mounted"),
                path -> FILES.get(path.toString()));
    }

    private static int refused(String program) {
        return assertThrows(StartFailedException.class, () -> find(program)).exitCode();
    }

    @Test
    void programsAreFoundByPathAndByName() {
        for (String program : List.of("/bin/sh", "sh", "./sh", "text", "/usr/bin/./text")) {
            assertDoesNotThrow(() -> find(program), program);
        }
    }

    @Test
    void whatIsMissingEndsWith127AndWhatNobodyCanExecuteWith126() {
        assertEquals(127, refused("nowhere"));
        assertEquals(127, refused("/no/where"));
        assertEquals(126, refused("/bin/text"));
        assertEquals(126, refused("/data"));
    }

    @Test
    void whatIsMountedIsLeftToTheRuntime() {
        for (String program : List.of("/mounted", "/mounted/x", "/proc/self/exe", "/dev/fd/3")) {
            assertDoesNotThrow(() -> find(program), program);
        }
        assertEquals(127, refused("/mountedx"));
    }
}
