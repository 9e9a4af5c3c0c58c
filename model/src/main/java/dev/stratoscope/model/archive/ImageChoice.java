package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses among several images of one container: by name, then by platform.
 *
 * @param item the container, for messages
 * @param name one of the names the container gives its images; null for any
 * @param platform what the image should run on; null prefers this machine's
 */
record ImageChoice(String item, @Nullable String name, @Nullable Platform platform) {

    Image ofDocker(List<Image> images) throws ImageFormatException {
        return choose(images, Image::names, image -> image.config().platform(), Image::id);
    }

    OciLayout.Candidate ofOci(List<OciLayout.Candidate> candidates) throws ImageFormatException {
        return choose(
                candidates,
                OciLayout.Candidate::names,
                candidate -> candidate.manifest().platform(),
                candidate -> candidate.manifest().digest());
    }

    /** Refuses an image for another platform than the one asked for. */
    Image checked(Image image) throws ImageFormatException {
        Platform asked = platform;
        Platform own = image.config().platform();
        if (asked != null && !asked.accepts(own)) {
            throw new ImageFormatException(
                    item, "holds no image for " + asked + ", only for " + own);
        }
        return image;
    }

    private <T> T choose(
            List<T> all,
            Function<T, List<String>> names,
            Function<T, @Nullable Platform> platforms,
            Function<T, Digest> identity)
            throws ImageFormatException {
        if (all.isEmpty()) {
            throw new ImageFormatException(item, "holds no image");
        }
        List<T> named = named(all, names);
        Platform wanted = platform == null ? Platform.local() : platform;
        List<T> fitting = fitting(named, platforms, wanted);
        boolean silent = named.stream().allMatch(one -> platforms.apply(one) == null);
        if (platform != null && fitting.isEmpty() && !silent) {
            throw new ImageFormatException(
                    item,
                    "holds no image for " + platform + ", only for " + list(named, platforms));
        }
        List<T> rest = fitting.isEmpty() ? named : fitting;
        if (rest.stream().map(identity).distinct().count() > 1) {
            boolean sameNames = rest.stream().map(names).distinct().count() == 1;
            throw new ImageFormatException(
                    item,
                    "holds "
                            + rest.size()
                            + " images; "
                            + (sameNames && !silent
                                    ? "choose by --platform: " + list(rest, platforms)
                                    : "name one of " + listNames(rest, names)));
        }
        return rest.getFirst();
    }

    /** Those that serve the platform best; empty when none does. */
    private static <T> List<T> fitting(
            List<T> all, Function<T, @Nullable Platform> platforms, Platform wanted) {
        int best = Integer.MAX_VALUE;
        List<T> found = new ArrayList<>();
        for (T one : all) {
            Platform own = platforms.apply(one);
            int preference = own == null ? -1 : wanted.preference(own);
            if (preference < 0 || preference > best) {
                continue;
            }
            if (preference < best) {
                best = preference;
                found.clear();
            }
            found.add(one);
        }
        return found;
    }

    /**
     * The images of that very name; else those docker means by it; else those it is a short form
     * of.
     */
    private <T> List<T> named(List<T> all, Function<T, List<String>> names)
            throws ImageFormatException {
        String wanted = name;
        if (wanted == null) {
            return all;
        }
        for (Likeness likeness : Likeness.values()) {
            List<T> found =
                    all.stream()
                            .filter(
                                    one ->
                                            names.apply(one).stream()
                                                    .anyMatch(own -> likeness.holds(own, wanted)))
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new ImageFormatException(
                item, "holds no image named " + wanted + "; it has " + listNames(all, names));
    }

    /** How a name asked for may stand for a name given, the surest first. */
    private enum Likeness {
        EXACT,
        SAME,
        SHORT;

        boolean holds(String own, String wanted) {
            return switch (this) {
                case EXACT -> own.equals(wanted);
                case SAME -> isSame(own, wanted);
                case SHORT ->
                        own.equals(wanted + ":latest")
                                || own.endsWith("/" + wanted)
                                || own.endsWith("/" + wanted + ":latest");
            };
        }
    }

    /**
     * Whether docker takes both for one reference: {@code x} for {@code
     * docker.io/library/x:latest}.
     */
    private static boolean isSame(String own, String wanted) {
        try {
            return Reference.parse(own)
                    .withDefaultTag()
                    .equals(Reference.parse(wanted).withDefaultTag());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static <T> String list(List<T> images, Function<T, @Nullable Platform> platforms) {
        return String.join(
                ", ",
                images.stream()
                        .map(one -> String.valueOf(platforms.apply(one)))
                        .distinct()
                        .limit(20)
                        .toList());
    }

    private static <T> String listNames(List<T> images, Function<T, List<String>> names) {
        return String.join(
                ", ",
                images.stream()
                        .flatMap(one -> names.apply(one).stream())
                        .distinct()
                        .limit(20)
                        .toList());
    }
}
