package dev.stratoscope.model;

import dev.stratoscope.model.archive.ImageArchive;
import dev.stratoscope.model.archive.ImageChoice;
import dev.stratoscope.model.archive.ImageContainer;
import dev.stratoscope.model.archive.LayerRecords;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.store.Arrival;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what of a container is loaded into the store, and under which names. */
final class Arrivals {
    /** What is rather a tag than a name, where it stands alone. */
    private static final Pattern TAG = Pattern.compile("latest|v?[0-9][\\w.-]*");

    private final ImageSource source;
    private final @Nullable Platform platform;

    private Arrivals(ImageSource source, @Nullable Platform platform) {
        this.source = source;
        this.platform = platform;
    }

    /** The image the source names, else all images, of each the one for the platform. */
    static List<Arrival> of(
            ImageSource source,
            @Nullable Platform platform,
            Limits limits,
            LayerRecords records,
            Progress progress)
            throws IOException {
        if (source.image() != null) {
            throw new ImageFormatException(
                    source.fileName(),
                    "there is no such file; only what lies in files and folders can be loaded");
        }
        ImageContainer container =
                ImageArchive.open(source.path(), source.format(), limits, records, progress);
        if (!container.holdsImages()) {
            throw new ImageFormatException(
                    source.fileName(), "holds no image but files; only images can be loaded");
        }
        return new Arrivals(source, platform).of(container, progress);
    }

    private List<Arrival> of(ImageContainer container, Progress progress) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        for (ListedImage listed : chosen(container.images())) {
            if (listed.kind() != Kind.IMAGE) {
                throw new ImageFormatException(
                        source.fileName(), "is no image to run but an artifact, " + listed.type());
            }
            arrivals.add(new Arrival(container.original(listed, progress), names(listed)));
        }
        return arrivals;
    }

    private List<ListedImage> chosen(List<ListedImage> all) throws IOException {
        String item = source.fileName();
        if (source.name() != null) {
            return List.of(new ImageChoice(item, source.name(), platform).of(all));
        }
        Map<Integer, List<ListedImage>> groups = new LinkedHashMap<>();
        for (ListedImage one : all) {
            if (one.kind() == Kind.IMAGE) {
                groups.computeIfAbsent(one.group(), absent -> new ArrayList<>()).add(one);
            }
        }
        if (groups.size() <= 1) {
            return List.of(new ImageChoice(item, null, platform).of(all));
        }
        List<ListedImage> chosen = new ArrayList<>();
        for (List<ListedImage> group : groups.values()) {
            chosen.add(new ImageChoice(item, null, platform).of(group));
        }
        return chosen;
    }

    /** Names as docker has them. A layout may have bare tags, which are those of its folder. */
    private List<Reference> names(ListedImage listed) {
        Set<Reference> names = new LinkedHashSet<>();
        boolean whole = listed.names().stream().anyMatch(Arrivals::isWhole);
        for (String name : listed.names()) {
            if (whole && !isWhole(name)) {
                continue;
            }
            Reference parsed = parse(TAG.matcher(name).matches() ? folder() + ":" + name : name);
            if (parsed != null) {
                names.add(parsed);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isWhole(String name) {
        return name.indexOf(':') >= 0 || name.indexOf('/') >= 0;
    }

    private String folder() {
        String file = source.fileName();
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static @Nullable Reference parse(String name) {
        try {
            Reference parsed = Reference.parse(name);
            String tag = parsed.tag();
            return new Reference(
                    parsed.registry(), parsed.repository(), tag == null ? "latest" : tag, null);
        } catch (IllegalArgumentException e) {
            // What is no name in docker's sense is none here.
            return null;
        }
    }
}
