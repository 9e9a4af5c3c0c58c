package dev.stratoscope.app.images;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.StoreContents;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contents of stores, made of layers by name and size. */
public final class KeptImages {
    private final List<Plan> plans = new ArrayList<>();
    private final Instant now;

    /** No image; they are made some minutes before {@code now}. */
    public KeptImages(Instant now) {
        this.now = now;
    }

    private record Plan(
            List<String> names,
            long minutes,
            boolean inUse,
            @Nullable String problem,
            List<String> layers) {}

    /**
     * Adds an image.
     *
     * @param names with spaces between; empty for none
     * @param layers {@code instruction=megabytes}, bottom first; the same text is the same layer
     */
    public KeptImages image(String names, long minutes, String... layers) {
        plans.add(new Plan(names(names), minutes, false, null, List.of(layers)));
        return this;
    }

    /** Adds an image that somebody has open. */
    public KeptImages open(String names, long minutes, String... layers) {
        plans.add(new Plan(names(names), minutes, true, null, List.of(layers)));
        return this;
    }

    /** Adds an image that cannot be opened. */
    public KeptImages damaged(String names, long minutes, String problem, String... layers) {
        plans.add(new Plan(names(names), minutes, false, problem, List.of(layers)));
        return this;
    }

    private static List<String> names(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    /** The store of DESIGN.md's mockup. */
    public static StoreContents mockup(Instant now) {
        String base = "ADD rootfs.tar / # bookworm=130";
        String pkgs = "RUN apt-get update=0.4";
        String nginx = "RUN apt-get install nginx=92.6";
        String debian = "ADD debian.tar /=131";
        String jdk = "RUN install jdk 25=322";
        return new KeptImages(now)
                .image("nginx:1.22-tuned", 2, base, pkgs, nginx, "COPY nginx.conf /etc/=0.00165")
                .image(
                        "nginx:1.24",
                        6,
                        base,
                        pkgs,
                        "RUN apt-get install nginx-1.24=9.4",
                        "COPY a=0.4")
                .open("nginx:1.22 registry.example.org/base/nginx:stable", 9, base, pkgs, nginx)
                .image("busybox:1.35", 14, "ADD busybox=2.13")
                .image("debian:bookworm-minbase", 14, base)
                .image("", 62, base, pkgs, "RUN apt-get install -y everything=92.5")
                .image(
                        "registry.example.org/team/api:2.8.1",
                        30_000,
                        debian,
                        jdk,
                        "COPY libs2=248",
                        "COPY app2=28")
                .damaged(
                        "registry.example.org/team/api:2.8.0",
                        50_000,
                        "its layer 5d10e7f3b6c4 is missing from the store",
                        debian,
                        jdk,
                        "COPY libs1=248",
                        "COPY app1=27")
                .contents();
    }

    /** Many images on a few bases. */
    public static StoreContents many(Instant now, int count) {
        KeptImages images = new KeptImages(now);
        for (int i = 0; i < count; i++) {
            int base = i % 5;
            List<String> layers = new ArrayList<>();
            layers.add("ADD base" + base + ".tar /=" + (40 + base * 25));
            if (i % 2 == 0) {
                layers.add("RUN install runtime " + base + "=" + (60 + base * 11));
            }
            layers.add("COPY libs" + i + " /srv=" + (3 + i * 7 % 50));
            layers.add("COPY app" + i + " /srv=0." + i);
            images.image(
                    i % 9 == 8 ? "" : "team/service-" + i % 13 + ":1." + i,
                    i * 700L,
                    layers.toArray(String[]::new));
        }
        return images.contents();
    }

    /** The store, as it counts uses and sizes. */
    public StoreContents contents() {
        Map<String, Integer> uses = new HashMap<>();
        plans.forEach(
                plan ->
                        new HashSet<>(plan.layers())
                                .forEach(layer -> uses.merge(layer, 1, Integer::sum)));
        List<KeptImage> images = new ArrayList<>();
        long saved = 0;
        long stored = 0;
        long prunable = 0;
        Set<String> seen = new HashSet<>();
        for (Plan plan : plans) {
            List<KeptLayer> layers =
                    plan.layers().stream().map(layer -> layer(layer, uses)).toList();
            long frees =
                    layers.stream()
                            .filter(layer -> !layer.isShared())
                            .mapToLong(KeptLayer::storedSize)
                            .sum();
            for (String layer : plan.layers()) {
                long size = layer(layer, uses).storedSize();
                saved += seen.contains(layer) ? size : 0;
                stored += seen.add(layer) ? size : 0;
            }
            prunable += plan.names().isEmpty() ? frees : 0;
            images.add(
                    new KeptImage(
                            digest(plan.names() + "" + plan.layers()),
                            digest("manifest" + plan.names() + plan.layers()),
                            plan.names().stream()
                                    .map(name -> Reference.parse(name).withDefaultTag())
                                    .toList(),
                            now.minus(Duration.ofMinutes(plan.minutes())),
                            new Platform("linux", "amd64", null),
                            plan.names().isEmpty() ? Map.of("stage", "build") : Map.of(),
                            layers,
                            frees,
                            plan.inUse(),
                            List.of(),
                            plan.problem()));
        }
        return new StoreContents(images, stored, saved, prunable);
    }

    private static KeptLayer layer(String text, Map<String, Integer> uses) {
        int equals = text.lastIndexOf('=');
        long size = Math.round(Double.parseDouble(text.substring(equals + 1)) * 1e6);
        return new KeptLayer(
                digest(text),
                digest("blob" + text),
                size * 2 / 5,
                size,
                text.substring(0, equals),
                uses.getOrDefault(text, 1));
    }

    private static Digest digest(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
