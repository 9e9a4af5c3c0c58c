package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.stack.Pill;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an image has in common with those of the local store. A layer is the same where its tar is,
 * however it is compressed; the base is an image of the store all of whose layers are the lowest of
 * this one.
 */
final class StoreShares {
    private static final String BASE_DIGEST = "org.opencontainers.image.base.digest";
    private static final String BASE = "base";
    private static final int MOST_NAMED = 6;

    private final List<Digest> own;
    private final List<KeptImage> others;
    private final @Nullable KeptImage base;

    private StoreShares(Image image, List<KeptImage> kept) {
        own = image.config().diffIds();
        others = kept.stream().filter(other -> !other.id().equals(image.id())).toList();
        String told = image.config().labels().getOrDefault(BASE_DIGEST, "");
        Comparator<KeptImage> byLabel =
                Comparator.comparing(other -> other.manifest().toString().equals(told));
        base =
                others.stream()
                        .filter(this::isBelow)
                        .max(byLabel.thenComparingInt(other -> other.layers().size()))
                        .orElse(null);
    }

    /** What there is to say of each layer of an image, the lowest first. */
    static List<List<Pill>> of(Image image, List<KeptImage> kept) {
        StoreShares shares = new StoreShares(image, kept);
        List<List<Pill>> pills = new ArrayList<>();
        for (int i = 0; i < shares.own.size(); i++) {
            pills.add(shares.pills(i));
        }
        return pills;
    }

    /** Whether a pill says that a layer is one of the base image. */
    static boolean isBase(Pill pill) {
        return pill.text().equals(BASE);
    }

    private List<Pill> pills(int layer) {
        List<Pill> pills = new ArrayList<>();
        List<KeptImage> with = others.stream().filter(other -> has(other, own.get(layer))).toList();
        if (!with.isEmpty()) {
            String also = "Also in " + names(with);
            pills.add(new Pill("in %,d images".formatted(with.size() + 1), also));
        }
        if (base != null && layer < base.layers().size()) {
            pills.add(new Pill(BASE, "Of the base image " + name(base)));
        }
        return pills;
    }

    private boolean isBelow(KeptImage other) {
        List<Digest> layers = other.layers().stream().map(KeptLayer::diffId).toList();
        return !layers.isEmpty()
                && layers.size() < own.size()
                && layers.equals(own.subList(0, layers.size()));
    }

    private static boolean has(KeptImage image, Digest diffId) {
        return image.layers().stream().anyMatch(layer -> layer.diffId().equals(diffId));
    }

    private static String names(List<KeptImage> images) {
        String named =
                images.stream()
                        .limit(MOST_NAMED)
                        .map(StoreShares::name)
                        .collect(Collectors.joining(", "));
        int more = images.size() - MOST_NAMED;
        return more > 0 ? named + " and %,d more".formatted(more) : named;
    }

    private static String name(KeptImage image) {
        return image.isDangling()
                ? image.id().shortHex()
                : Escapes.text(image.names().getFirst().familiar());
    }
}
