package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.compare.Alignment;
import dev.stratoscope.model.compare.ConfigDifference;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Images whose history tells of fewer or more layers than there are can be compared, too. */
class OddHistoryTest {
    private static final String TWO = "[{\"created_by\":\"A\"},{\"created_by\":\"B\"}]";

    @TempDir Path home;

    @Test
    void aHistoryOfNothingLeavesTheLayersTheirSteps() throws IOException {
        for (String none : List.of("null", "[]", "7")) {
            assertEquals(List.of("0 ", "1 "), lines(none));
            assertEquals(
                    List.of(StepPair.Reason.SAME_CHAIN, StepPair.Reason.SAME_CHAIN),
                    reasons(none, TWO));
        }
    }

    @Test
    void aHistoryOfMoreLayersThanThereAreHasStepsWithoutOne() throws IOException {
        String four =
                "[{\"created_by\":\"A\"},{\"created_by\":\"B\"},{\"created_by\":\"C\"},"
                        + "{\"created_by\":\"D\"}]";
        assertEquals(List.of("0 A", "1 B", "-1 C", "-1 D"), lines(four));
        assertEquals(
                List.of(
                        StepPair.Reason.SAME_CHAIN,
                        StepPair.Reason.SAME_CHAIN,
                        StepPair.Reason.NONE,
                        StepPair.Reason.NONE),
                reasons(TWO, four));
    }

    @Test
    void whatOnlyOneHistoryTellsDiffers() throws IOException {
        try (OpenImage before = image("null");
                OpenImage after = image(TWO)) {
            Alignment steps =
                    Alignment.of(
                            before.steps(Progress.NONE), after.steps(Progress.NONE), Progress.NONE);
            assertEquals(
                    List.of("0 null A", "1 null B"),
                    ConfigDifference.between(
                                    before.image().config(),
                                    after.image().config(),
                                    steps,
                                    Ignored.NOTHING)
                            .changes()
                            .stream()
                            .map(one -> one.key() + " " + one.before() + " " + one.after())
                            .toList());
        }
    }

    private List<String> lines(String history) throws IOException {
        try (OpenImage image = image(history)) {
            return image.steps(Progress.NONE).stream()
                    .map(step -> step.layer() + " " + step.createdBy())
                    .toList();
        }
    }

    private List<StepPair.Reason> reasons(String before, String after) throws IOException {
        try (OpenImage old = image(before);
                OpenImage now = image(after)) {
            List<ImageStep> steps = old.steps(Progress.NONE);
            return Alignment.of(steps, now.steps(Progress.NONE), Progress.NONE).pairs().stream()
                    .map(StepPair::reason)
                    .toList();
        }
    }

    private OpenImage image(String history) throws IOException {
        List<byte[]> tars =
                TestImage.of(TestImage.layer().file("a", "1"), TestImage.layer().file("b", "2"))
                        .tars();
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\","
                        + "\"diff_ids\":[\""
                        + Digest.sha256(tars.get(0))
                        + "\",\""
                        + Digest.sha256(tars.get(1))
                        + "\"]},\"history\":"
                        + history
                        + "}";
        Path file = Files.createTempFile(home, "image", ".tar");
        TestArchive.of(
                        TestArchive.Kind.DOCKER_CLASSIC,
                        config.getBytes(StandardCharsets.UTF_8),
                        tars,
                        Packing.NONE)
                .tar(file, Packing.NONE);
        try (Engine engine = Engine.open(home, Clock.systemUTC())) {
            return engine.open(ImageSource.of(file), null, Progress.NONE);
        }
    }
}
