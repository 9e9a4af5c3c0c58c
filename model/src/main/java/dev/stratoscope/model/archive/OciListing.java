package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.Manifest;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks an index and what it nests, and tells what each manifest is (image-spec, image-index.md). A
 * manifest that is missing or damaged is listed with its problem, since blobs of other platforms
 * often are not there; only the index itself must be sound.
 */
final class OciListing {
    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String FULL_NAME = "io.containerd.image.name";
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";
    private static final String REFERENCE_DIGEST = "vnd.docker.reference.digest";
    static final String PREDICATE = "in-toto.io/predicate-type";
    private static final String IN_TOTO = "application/vnd.in-toto+json";
    private static final int MOST_NESTING = 8;

    /** Manifests are mostly named again soon, if at all. */
    private static final int MOST_KEPT = 64;

    private final Blobs blobs;
    private final Progress progress;

    /** The indexes that lead to where the walk is. */
    private final Set<Digest> above = new HashSet<>();

    private final Map<Descriptor, Manifest> manifests =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Descriptor, Manifest> eldest) {
                    return size() > MOST_KEPT;
                }
            };
    private final Map<Descriptor, Optional<Platform>> platforms = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final List<ListedImage> found = new ArrayList<>();

    /** What each attached manifest says something of, by its own number. */
    private final Map<Integer, Digest> subjects = new HashMap<>();

    private int nextGroup;
    private int indexes;

    /**
     * A walk that has not begun.
     *
     * @param progress asked whether to go on, once a manifest
     */
    OciListing(Blobs blobs, Progress progress) {
        this.blobs = blobs;
        this.progress = progress;
    }

    /** Lists what an index leads to, in its order; nested indexes in place. */
    List<ListedImage> list(List<Descriptor> index) throws IOException {
        follow(index, List.of(), -1, 0);
        return attach();
    }

    private void follow(List<Descriptor> index, List<String> named, int nestedIn, int depth)
            throws IOException {
        for (Descriptor descriptor : index) {
            progress.advance(0);
            List<String> names = names(descriptor, named);
            if (!descriptor.mediaType().isIndex()) {
                add(descriptor, names, nestedIn);
                continue;
            }
            if (depth == MOST_NESTING || !above.add(descriptor.digest())) {
                throw new ImageFormatException(
                        blobs.placeOf(descriptor), "indexes are nested too deep or in a circle");
            }
            count(++indexes);
            int group = nestedIn >= 0 ? nestedIn : nextGroup++;
            try {
                byte[] bytes = blobs.manifest(descriptor);
                follow(
                        blobs.documents().index(blobs.placeOf(descriptor), bytes),
                        names,
                        group,
                        depth + 1);
            } catch (ImageFormatException e) {
                if (blobs.members().find(blobs.manifestPlace().apply(descriptor.digest()))
                        != null) {
                    throw e;
                }
                list(descriptor, names, group, Kind.IMAGE, null, e);
            } finally {
                above.remove(descriptor.digest());
            }
        }
    }

    /** Bounds what a small index may lead to by naming the same things again and again. */
    private void count(int things) throws LimitException {
        int limit = blobs.documents().limits().manifests();
        if (things > limit) {
            throw new LimitException(blobs.members().container(), "manifests", limit);
        }
    }

    private void add(Descriptor descriptor, List<String> names, int nestedIn) throws IOException {
        count(found.size() + 1);
        boolean attestation =
                descriptor.annotations().containsKey(REFERENCE_TYPE) || isUnknown(descriptor);
        try {
            Manifest manifest = manifest(descriptor);
            subject(descriptor, manifest);
            Kind kind = attestation ? Kind.ATTESTATION : kind(manifest);
            list(descriptor, names, nestedIn, kind, manifest, null);
        } catch (ImageFormatException | LimitException e) {
            boolean known =
                    descriptor.mediaType().isManifest() || descriptor.mediaType().value().isEmpty();
            Kind kind = attestation ? Kind.ATTESTATION : known ? Kind.IMAGE : Kind.ARTIFACT;
            list(descriptor, names, nestedIn, kind, null, e);
        }
    }

    private void list(
            Descriptor descriptor,
            List<String> names,
            int nestedIn,
            Kind kind,
            @Nullable Manifest manifest,
            @Nullable IOException problem)
            throws IOException {
        Platform told = descriptor.platform();
        Platform platform =
                told == null && kind == Kind.IMAGE && manifest != null ? platform(manifest) : told;
        found.add(
                new ListedImage(
                        found.size(),
                        nestedIn >= 0 ? nestedIn : group(names, platform),
                        descriptor,
                        manifest == null ? null : manifest.config().digest(),
                        names,
                        platform,
                        kind,
                        kind == Kind.IMAGE ? "" : type(descriptor, manifest),
                        manifest == null ? -1 : manifest.storedSize(),
                        problem == null ? null : words(problem, descriptor),
                        List.of()));
    }

    private String words(IOException problem, Descriptor descriptor) throws IOException {
        boolean there =
                blobs.members().find(blobs.manifestPlace().apply(descriptor.digest())) != null;
        return there ? String.valueOf(problem.getMessage()) : "its manifest is missing";
    }

    /** Of one name, those for different platforms are one image; a second for one is another. */
    private int group(List<String> names, @Nullable Platform platform) {
        int before = times.merge(names + " " + platform, 1, Integer::sum) - 1;
        return groups.computeIfAbsent(names + " " + before, absent -> nextGroup++);
    }

    /**
     * An artifact by its own word or its config's type, an attestation by what all its blobs are
     * (image-spec, manifest.md, "Guidelines for Artifact Usage").
     */
    private static Kind kind(Manifest manifest) {
        MediaType config = manifest.config().mediaType();
        boolean otherConfig = !config.value().isEmpty() && !config.isConfig();
        if (otherConfig || manifest.artifactType() != null) {
            return Kind.ARTIFACT;
        }
        boolean statements =
                !manifest.layers().isEmpty()
                        && manifest.layers().stream()
                                .allMatch(layer -> layer.mediaType().value().equals(IN_TOTO));
        return statements ? Kind.ATTESTATION : Kind.IMAGE;
    }

    private static String type(Descriptor descriptor, @Nullable Manifest manifest) {
        if (manifest == null) {
            return descriptor.mediaType().value();
        }
        List<String> predicates =
                manifest.layers().stream()
                        .map(layer -> layer.annotations().get(PREDICATE))
                        .filter(predicate -> predicate != null)
                        .distinct()
                        .toList();
        if (!predicates.isEmpty()) {
            return String.join(", ", predicates);
        }
        MediaType type = manifest.artifactType();
        return (type != null ? type : manifest.config().mediaType()).value();
    }

    private void subject(Descriptor descriptor, Manifest manifest) {
        String told = descriptor.annotations().get(REFERENCE_DIGEST);
        Digest subject = manifest.subject();
        if (subject != null) {
            subjects.put(found.size(), subject);
        } else if (told != null) {
            try {
                subjects.put(found.size(), Digest.parse(told));
            } catch (IllegalArgumentException e) {
                // An attestation of nothing that could be found stands on its own.
            }
        }
    }

    /** A manifest, read once however often it is named. */
    private Manifest manifest(Descriptor descriptor) throws IOException {
        Manifest known = manifests.get(descriptor);
        if (known == null) {
            known =
                    blobs.documents()
                            .manifest(blobs.placeOf(descriptor), blobs.manifest(descriptor));
            manifests.put(descriptor, known);
        }
        return known;
    }

    /** The platform the config tells where the index does not; null when it cannot be read. */
    private @Nullable Platform platform(Manifest manifest) {
        return platforms.computeIfAbsent(manifest.config(), this::platformOfConfig).orElse(null);
    }

    private Optional<Platform> platformOfConfig(Descriptor config) {
        try {
            return Optional.of(
                    ImageConfig.parse(
                                    blobs.placeOf(config),
                                    blobs.document(config),
                                    blobs.documents())
                            .platform());
        } catch (IOException e) {
            // Opening the image says what is wrong with its config.
            return Optional.empty();
        }
    }

    /** Puts what speaks of another manifest under it, unless that one is attached itself. */
    private List<ListedImage> attach() {
        Map<Digest, ListedImage> heads = new LinkedHashMap<>();
        for (ListedImage one : found) {
            if (!subjects.containsKey(one.number())) {
                heads.putIfAbsent(one.manifest().digest(), one);
            }
        }
        Map<Digest, List<ListedImage>> attached = new HashMap<>();
        List<ListedImage> images = new ArrayList<>();
        for (ListedImage one : found) {
            Digest subject = subjects.get(one.number());
            ListedImage head = subject == null ? null : heads.get(subject);
            if (head != null && subject != null) {
                List<ListedImage> some =
                        attached.computeIfAbsent(subject, absent -> new ArrayList<>());
                List<String> own = new ArrayList<>(one.names());
                own.removeAll(head.names());
                some.add(one.at(some.size(), one.group()).called(own));
            } else {
                images.add(one);
            }
        }
        List<ListedImage> result = new ArrayList<>();
        for (ListedImage one : images) {
            result.add(
                    one.at(result.size(), one.group())
                            .with(attached.getOrDefault(one.manifest().digest(), List.of())));
        }
        return List.copyOf(result);
    }

    private static List<String> names(Descriptor descriptor, List<String> above) {
        List<String> names = new ArrayList<>(above);
        for (String key : List.of(FULL_NAME, REF_NAME)) {
            String name = descriptor.annotations().get(key);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isUnknown(Descriptor descriptor) {
        Platform platform = descriptor.platform();
        return platform != null
                && platform.os().equals("unknown")
                && platform.architecture().equals("unknown");
    }
}
