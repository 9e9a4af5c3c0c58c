package dev.stratoscope.app.images;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.ImageSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A source opened lately that is still there.
 *
 * @param source as it is opened again
 * @param name its file's name
 * @param folder the folder that is in
 * @param isFolder whether it is a folder itself
 */
public record Recent(String source, String name, String folder, boolean isFolder) {
    private static final int MOST = 8;

    /** Those of {@code sources} that are there; touches the disk. */
    public static List<Recent> of(List<String> sources) {
        List<Recent> found = new ArrayList<>();
        for (String source : sources) {
            try {
                ImageSource parsed = ImageSource.parse(source);
                if (parsed.image() != null) {
                    continue;
                }
                Path path = parsed.path();
                String chosen = parsed.name();
                if (found.size() < MOST && Files.exists(path)) {
                    found.add(
                            new Recent(
                                    source,
                                    Escapes.text(path.getFileName() + "")
                                            + (chosen == null ? "" : " " + Escapes.text(chosen)),
                                    Escapes.text(path.getParent() + ""),
                                    Files.isDirectory(path)));
                }
            } catch (IllegalArgumentException e) {
                // Somebody edited the settings; what is no source cannot be opened again.
            }
        }
        return found;
    }
}
