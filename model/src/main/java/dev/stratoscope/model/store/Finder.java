package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the image that a person means: a whole id, else a name, else the beginning of an id. */
final class Finder {
    private static final Pattern ID = Pattern.compile("(?:sha256:|sha512:)?([0-9a-f]{4,128})");

    /** The digits of a sha256; a sha512 has twice as many. */
    private static final int WHOLE = 64;

    private final StoreFolder folder;
    private final BlobFolder blobs;
    private final Limits limits;
    private final Documents documents;

    Finder(StoreFolder folder, Limits limits) {
        this.folder = folder;
        this.blobs = new BlobFolder(folder, limits);
        this.limits = limits;
        this.documents = new Documents(limits);
    }

    /**
     * What was found.
     *
     * @param name the name it was found by; null where an id was given
     * @param images the manifests: one, or several that have the same config and so the same id
     */
    record Found(@Nullable Reference name, List<Descriptor> images) {
        Descriptor first() {
            return images.getFirst();
        }
    }

    /**
     * Looks in an index.
     *
     * @throws NoSuchImageException when nothing is meant
     * @throws ImageFormatException when an id's beginning means several images
     */
    Found find(StoreIndex index, String text) throws IOException {
        Matcher id = ID.matcher(text);
        boolean mayBeId = id.matches();
        if (mayBeId && isWhole(id.group(1))) {
            return byId(index, text, id.group(1));
        }
        Reference name = reference(text);
        IndexEntry named = name == null ? null : named(index, name);
        if (named != null) {
            return new Found(named.name(), List.of(named.target()));
        }
        if (mayBeId) {
            return byId(index, text, id.group(1));
        }
        throw missing(text);
    }

    private static boolean isWhole(String hex) {
        return hex.length() == WHOLE || hex.length() == 2 * WHOLE;
    }

    /** Of a name with a digest the digest tells. */
    private static @Nullable IndexEntry named(StoreIndex index, Reference name) {
        Digest digest = name.digest();
        if (digest == null) {
            return index.find(name);
        }
        for (IndexEntry entry : index.entries()) {
            Reference own = entry.name();
            if (own != null
                    && own.name().equals(name.name())
                    && entry.descriptor().digest().equals(digest)) {
                return entry;
            }
        }
        return null;
    }

    private static @Nullable Reference reference(String text) {
        try {
            return Reference.parse(text).withDefaultTag();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Found byId(StoreIndex index, String text, String hex) throws IOException {
        Map<Digest, List<Descriptor>> byId = new LinkedHashMap<>();
        for (Map.Entry<Descriptor, Digest> one : ids(index).entrySet()) {
            Digest id = one.getValue();
            if (id.hex().startsWith(hex) || one.getKey().digest().hex().startsWith(hex)) {
                byId.computeIfAbsent(id, absent -> new ArrayList<>()).add(one.getKey());
            }
        }
        if (byId.isEmpty()) {
            throw missing(text);
        }
        if (byId.size() > 1) {
            List<String> some = new ArrayList<>();
            new TreeSet<>(byId.keySet()).forEach(id -> some.add(id.shortHex()));
            throw new ImageFormatException(
                    text,
                    "is the beginning of several ids: "
                            + String.join(", ", some.subList(0, Math.min(some.size(), 20))));
        }
        return new Found(null, byId.values().iterator().next());
    }

    /** The image ids of all that is listed. */
    Map<Descriptor, Digest> ids(StoreIndex index) throws IOException {
        Map<Descriptor, Digest> ids = new LinkedHashMap<>();
        for (IndexEntry entry : index.entries()) {
            Descriptor target = entry.target();
            if (!ids.containsKey(target)) {
                ids.put(target, id(entry));
            }
        }
        return ids;
    }

    private Digest id(IndexEntry entry) throws IOException {
        Descriptor target = entry.target();
        if (entry.isIndex()) {
            return Holding.read(folder, target, List.of(), limits).id();
        }
        try {
            String item = blobs.item(target.digest());
            return documents.manifest(item, blobs.document(target)).config().digest();
        } catch (ImageFormatException | LimitException e) {
            return target.digest();
        }
    }

    private static NoSuchImageException missing(String text) {
        return new NoSuchImageException(text, "there is no such image in the store");
    }
}
