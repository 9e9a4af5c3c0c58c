package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whatever opens at all is verified to the end, in lines fit for a person. */
class VerifyHostileTest {
    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> hostileImagesAreRefusedOrVerified() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String family : List.of("oci", "docker-archive")) {
            for (Path file : SharedCases.files("hostile/" + family)) {
                tests.add(
                        DynamicTest.dynamicTest(
                                family + "/" + file.getFileName(), () -> verifyHostile(file)));
            }
        }
        return tests.stream();
    }

    private void verifyHostile(Path file) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    OpenImage image;
                    try {
                        image =
                                Engine.open(folder, Clock.systemUTC())
                                        .open(ImageSource.of(file), null, Progress.NONE);
                    } catch (IOException e) {
                        return;
                    }
                    for (Finding finding : image.verify(Progress.NONE)) {
                        assertEquals(1, finding.toString().lines().count());
                    }
                });
    }
}
