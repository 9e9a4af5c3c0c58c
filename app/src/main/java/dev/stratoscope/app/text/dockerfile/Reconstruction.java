package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.model.image.ImageConfig;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A Dockerfile that tells how an image was made. Immutable.
 *
 * @param lines in their order, safe to show
 */
public record Reconstruction(List<Line> lines) {
    /** Copies the list. */
    public Reconstruction {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param text without a line break
     * @param step the step it belongs to: its place in the config's history, or behind that, in the
     *     order of the layers, for a layer history does not tell of; -1 for none
     * @param isInstruction whether an instruction begins here; a step has one at most
     */
    public record Line(String text, int step, boolean isInstruction) {}

    /** Reconstructs the Dockerfile of an image from its config alone. */
    public static Reconstruction of(ImageConfig config) {
        return new Reconstruction(new Writing(config).lines());
    }

    /** All of it, each line ended by a line feed. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** Where a step's first line is, from 0; -1 when it has none. */
    public int firstLine(int step) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).step() == step) {
                return i;
            }
        }
        return -1;
    }
}
