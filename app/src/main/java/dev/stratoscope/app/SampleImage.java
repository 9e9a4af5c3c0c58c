package dev.stratoscope.app;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.resources.Sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sample image, put together by the engine from the description in {@code resources}; always
 * the same bytes.
 */
final class SampleImage {
    private static final String NAME = "stratoscope/sample:1";
    private static final String FILE = "sample.tar";
    private static final Instant CREATED = Instant.parse("2026-01-31T00:00:00Z");
    private static final String WORDS =
            "layer stack scratch digest chain whiteout opaque manifest config history entry link ";

    private final List<Step> steps = new ArrayList<>();
    private String instruction = "";
    private LayerDraft layer = new LayerDraft(CREATED);

    private SampleImage() {}

    /** Makes the sample below the engine's home if it is not there, and says where it is. */
    static ImageSource make(Engine engine) throws IOException {
        return ImageSource.of(engine.write(draft(), FILE));
    }

    static ImageDraft draft() throws IOException {
        SampleImage sample = new SampleImage();
        for (String line :
                new String(Sample.description(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                sample.read(line.strip());
            }
        }
        sample.endStep();
        return new ImageDraft(
                NAME,
                new Platform("linux", "amd64", null),
                List.of("/bin/greet"),
                List.of("GREETING=hello"),
                Map.of("org.opencontainers.image.title", "Stratoscope sample"),
                CREATED,
                sample.steps);
    }

    private void read(String line) throws IOException {
        String[] words = line.split(" +", -1);
        switch (words[0]) {
            case "step" -> {
                endStep();
                instruction = line.substring("step ".length());
            }
            case "owner" -> layer.owner(Long.parseLong(words[1]));
            case "dir" -> layer.directory(words[1], mode(words[2]));
            case "file" ->
                    layer.file(words[1], mode(words[2]), ByteString.of(Sample.content(words[3])));
            case "fill" ->
                    layer.file(words[1], mode(words[2]), filling(Integer.parseInt(words[3])));
            case "symlink" -> layer.symlink(words[1], words[2]);
            case "hardlink" -> layer.hardLink(words[1], words[2]);
            case "whiteout" -> layer.whiteout(words[1]);
            case "opaque" -> layer.opaque(words[1]);
            default ->
                    throw new IOException("the sample's description has a line \"" + line + "\"");
        }
    }

    private void endStep() {
        if (!instruction.isEmpty()) {
            steps.add(new Step(instruction, layer.items()));
        }
        layer = new LayerDraft(CREATED);
    }

    private static int mode(String octal) {
        return Integer.parseInt(octal, 8);
    }

    /** Text of a given length that reads as words in lines. */
    private static String filling(int length) {
        String[] words = WORDS.split(" ", -1);
        StringBuilder text = new StringBuilder(length + 80);
        for (int i = 0; text.length() < length; i++) {
            text.append(words[(i * 7 + i / 11) % (words.length - 1)]);
            text.append(i % 10 == 9 ? '\n' : ' ');
        }
        text.setLength(length);
        text.setCharAt(length - 1, '\n');
        return text.toString();
    }
}
