package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SeveralImagesException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Chooses among what a container lists: by name, then by platform; what cannot be opened only where
 * nothing else is left.
 *
 * @param item the container, for messages
 * @param name one of the names the container gives; {@code @N} for the one of that number, {@code
 *     @sha256:...} for that of a manifest or image id, which may be cut short; null for any
 * @param platform what the image should run on; null prefers this machine's
 */
public record ImageChoice(String item, @Nullable String name, @Nullable Platform platform) {
    private static final int MOST_LISTED = 20;

    /**
     * The one that is meant.
     *
     * @throws SeveralImagesException when several could be
     * @throws ImageFormatException when none is
     */
    public ListedImage of(List<ListedImage> all) throws ImageFormatException {
        if (all.isEmpty()) {
            throw new ImageFormatException(item, "holds no image");
        }
        String wanted = name;
        if (wanted != null && wanted.startsWith("@")) {
            return bySelector(all, wanted.substring(1));
        }
        List<ListedImage> named = wanted == null ? images(all) : named(all, wanted);
        return byPlatform(named, all);
    }

    private ListedImage bySelector(List<ListedImage> all, String selector)
            throws ImageFormatException {
        List<ListedImage> flat = new ArrayList<>();
        for (ListedImage one : all) {
            flat.add(one);
            flat.addAll(one.attached());
        }
        for (ListedImage one : flat) {
            boolean manifest = one.manifest().digest().toString().startsWith(selector);
            boolean id = one.id() != null && one.id().toString().startsWith(selector);
            if (selector.startsWith("sha") && (manifest || id)) {
                return one;
            }
        }
        for (ListedImage one : all) {
            if (String.valueOf(one.number()).equals(selector)) {
                return one;
            }
        }
        throw new ImageFormatException(
                item,
                "holds no image @"
                        + selector
                        + "; it has "
                        + all.size()
                        + ", from @0 to @"
                        + (all.size() - 1));
    }

    /** Images go before what only speaks of images. */
    private static List<ListedImage> images(List<ListedImage> all) {
        List<ListedImage> images = all.stream().filter(one -> one.kind() == Kind.IMAGE).toList();
        return images.isEmpty() ? all : images;
    }

    private ListedImage byPlatform(List<ListedImage> named, List<ListedImage> all)
            throws ImageFormatException {
        Platform wanted = platform == null ? Platform.local() : platform;
        Predicate<ListedImage> fits =
                one -> one.platform() != null && wanted.accepts(one.platform());
        boolean silent = named.stream().allMatch(one -> one.platform() == null);
        if (platform != null && !silent && named.stream().noneMatch(fits)) {
            throw new ImageFormatException(
                    item, "holds no image for " + platform + ", only for " + platforms(named));
        }
        Predicate<ListedImage> opens = one -> one.problem() == null;
        List<ListedImage> rest =
                platform == null
                        ? narrow(narrow(named, opens), fits)
                        : narrow(narrow(named, fits), opens);
        long groups = rest.stream().map(ListedImage::group).distinct().count();
        boolean one = rest.stream().map(other -> other.manifest().digest()).distinct().count() == 1;
        if (one || (groups == 1 && rest.stream().allMatch(fits))) {
            return rest.getFirst();
        }
        throw new SeveralImagesException(
                item,
                "holds "
                        + rest.size()
                        + (images(rest).equals(rest) ? " images; " : " artifacts; ")
                        + (groups == 1 && !silent && platform == null
                                ? "choose by --platform: " + platforms(rest)
                                : "name one of " + names(rest) + example(rest)),
                all);
    }

    /** Those that hold, if any does. */
    private static List<ListedImage> narrow(
            List<ListedImage> some, Predicate<ListedImage> condition) {
        List<ListedImage> fitting = some.stream().filter(condition).toList();
        return fitting.isEmpty() ? some : fitting;
    }

    /** The images of that very name; else those it is a short form of. */
    private List<ListedImage> named(List<ListedImage> all, String wanted)
            throws ImageFormatException {
        List<Predicate<String>> likenesses =
                List.of(
                        wanted::equals,
                        own ->
                                own.equals(wanted + ":latest")
                                        || own.endsWith("/" + wanted)
                                        || own.endsWith("/" + wanted + ":latest"));
        for (Predicate<String> likeness : likenesses) {
            List<ListedImage> found =
                    all.stream().filter(one -> one.names().stream().anyMatch(likeness)).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new ImageFormatException(
                item, "holds no image named " + wanted + "; it has " + names(all));
    }

    private static String platforms(List<ListedImage> images) {
        return joined(images, one -> one.platform() == null ? null : one.platform().toString());
    }

    private static String names(List<ListedImage> images) {
        return joined(
                images,
                one -> one.names().isEmpty() ? "@" + one.number() : String.join(", ", one.names()));
    }

    private String example(List<ListedImage> images) {
        ListedImage first = images.getFirst();
        String ref = first.names().isEmpty() ? "@" + first.number() : first.names().getFirst();
        return ", as in " + item + ":" + ref;
    }

    private static String joined(
            List<ListedImage> images, Function<ListedImage, @Nullable String> words) {
        return String.join(
                ", ",
                images.stream()
                        .map(words)
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(MOST_LISTED)
                        .toList());
    }
}
