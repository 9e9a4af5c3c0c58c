package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.SeveralImagesException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses among what a container lists: by name, then by platform; what cannot be opened only where
 * nothing else is left.
 *
 * @param item the container, for messages
 * @param name one of the names the container gives; {@code @N} for the one of that number, {@code
 *     @sha256:...} for that of a manifest or image id, which may be cut short and need not name the
 *     algorithm; null for any
 * @param platform what the image should run on; null prefers this machine's
 */
public record ImageChoice(String item, @Nullable String name, @Nullable Platform platform) {
    private static final int MOST_LISTED = 20;

    /** A digest, or its beginning, which may leave the algorithm out. */
    private static final Pattern DIGEST = Pattern.compile("sha(256|512):.*|[0-9a-f]{7,}");

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
        List<ListedImage> found = flat.stream().filter(one -> isNamed(one, selector)).toList();
        if (found.stream().map(one -> one.manifest().digest()).distinct().count() > 1) {
            throw new SeveralImagesException(
                    item, "@" + selector + " is the beginning of several digests", all);
        }
        if (!found.isEmpty()) {
            return found.getFirst();
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

    /** Whether a digest, or its beginning, is the manifest's or the image's. */
    private static boolean isNamed(ListedImage one, String selector) {
        if (!DIGEST.matcher(selector).matches()) {
            return false;
        }
        String beginning = selector.indexOf(':') < 0 ? "sha256:" + selector : selector;
        Digest id = one.id();
        return one.manifest().digest().toString().startsWith(beginning)
                || (id != null && id.toString().startsWith(beginning));
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
                        ? best(narrow(named, opens), wanted)
                        : narrow(best(named, wanted), opens);
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

    /** Those that serve the platform best, if any does. */
    private static List<ListedImage> best(List<ListedImage> some, Platform wanted) {
        int least = Integer.MAX_VALUE;
        for (ListedImage one : some) {
            int preference = preference(one, wanted);
            least = preference < 0 ? least : Math.min(least, preference);
        }
        int best = least;
        return narrow(some, one -> preference(one, wanted) == best);
    }

    private static int preference(ListedImage one, Platform wanted) {
        return one.platform() == null ? -1 : wanted.preference(one.platform());
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
                        own -> isSame(own, wanted),
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

    /** Whether docker takes both for one: {@code x} for {@code docker.io/library/x:latest}. */
    private static boolean isSame(String own, String wanted) {
        try {
            return Reference.parse(own)
                    .withDefaultTag()
                    .equals(Reference.parse(wanted).withDefaultTag());
        } catch (IllegalArgumentException e) {
            return false;
        }
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
