package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** Chooses among several images of one container. */
final class ImageChoice {
    private ImageChoice() {}

    static Image byName(
            List<Image> images, @Nullable String name, @Nullable Platform platform, String item)
            throws ImageFormatException {
        return choose(
                images,
                Image::names,
                image -> image.config().platform(),
                Image::id,
                name,
                platform,
                item);
    }

    static OciLayout.Candidate candidate(
            List<OciLayout.Candidate> candidates,
            @Nullable String name,
            @Nullable Platform platform,
            String item)
            throws ImageFormatException {
        return choose(
                candidates,
                OciLayout.Candidate::names,
                candidate -> candidate.manifest().platform(),
                candidate -> candidate.manifest().digest(),
                name,
                platform,
                item);
    }

    private static <T> T choose(
            List<T> all,
            Function<T, List<String>> names,
            Function<T, @Nullable Platform> platforms,
            Function<T, Digest> identity,
            @Nullable String name,
            @Nullable Platform platform,
            String item)
            throws ImageFormatException {
        List<T> left = all;
        if (name != null) {
            left = all.stream().filter(one -> isNamed(names.apply(one), name)).toList();
            if (left.isEmpty() && !all.isEmpty()) {
                throw new ImageFormatException(
                        item, "holds no image named " + name + "; it has " + list(all, names));
            }
        }
        if (left.isEmpty()) {
            throw new ImageFormatException(item, "holds no image");
        }
        Platform wanted = platform == null ? Platform.local() : platform;
        List<T> fitting =
                left.stream()
                        .filter(
                                one -> {
                                    Platform own = platforms.apply(one);
                                    return own != null && wanted.accepts(own);
                                })
                        .toList();
        if (platform != null) {
            boolean silent = left.stream().allMatch(one -> platforms.apply(one) == null);
            if (fitting.isEmpty() && !silent) {
                throw new ImageFormatException(item, "holds no image for " + platform);
            }
        }
        boolean anyWillDo = platform == null && left.size() == 1;
        List<T> rest = anyWillDo || fitting.isEmpty() ? left : fitting;
        if (rest.stream().map(identity).distinct().count() > 1) {
            throw new ImageFormatException(
                    item, "holds " + rest.size() + " images; name one of " + list(rest, names));
        }
        return rest.getFirst();
    }

    private static <T> String list(List<T> images, Function<T, List<String>> names) {
        return String.join(
                ", ",
                images.stream()
                        .flatMap(one -> names.apply(one).stream())
                        .distinct()
                        .limit(20)
                        .toList());
    }

    /**
     * {@code nginx} also means {@code nginx:latest}, and a tag alone or a familiar name will do.
     */
    private static boolean isNamed(List<String> names, String wanted) {
        return names.stream()
                .anyMatch(
                        name ->
                                name.equals(wanted)
                                        || name.equals(wanted + ":latest")
                                        || name.endsWith("/" + wanted)
                                        || name.endsWith("/" + wanted + ":latest")
                                        || wanted.endsWith(":" + name));
    }
}
