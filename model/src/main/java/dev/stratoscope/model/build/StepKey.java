package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step's layer is found again by: the digest of all that it depends on. Immutable.
 *
 * @param parts in the order they are looked at for what differs
 * @param hex 64 hex digits
 */
record StepKey(List<KeyPart> parts, String hex) {
    /** The key of what a step depends on. */
    StepKey(List<KeyPart> parts) {
        this(List.copyOf(parts), hexOf(parts));
    }

    private static String hexOf(List<KeyPart> parts) {
        MessageDigest hasher = Digest.newSha256();
        for (KeyPart part : parts) {
            update(hasher, part.cause().name());
            update(hasher, part.name());
            update(hasher, part.value());
        }
        return Digest.ofSha256(hasher.digest()).hex();
    }

    /** A text after its length, so that no two lists of texts give the same bytes. */
    private static void update(MessageDigest hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.update((bytes.length + ":").getBytes(StandardCharsets.ISO_8859_1));
        hasher.update(bytes);
    }

    /** Why this is not the key that a step had before. */
    Miss since(StepKey before) {
        Map<String, KeyPart> old = byName(before);
        List<Miss.Difference> differing = new ArrayList<>();
        Miss.Cause cause = null;
        int same = 0;
        int more = 0;
        for (KeyPart part : parts) {
            KeyPart was = old.remove(name(part));
            if (was != null && was.value().equals(part.value())) {
                same++;
                continue;
            }
            cause = first(cause, part.cause());
            if (differing.size() < Miss.MOST) {
                differing.add(
                        new Miss.Difference(
                                part.name(), was == null ? null : was.value(), part.value()));
            } else {
                more++;
            }
        }
        for (KeyPart gone : old.values()) {
            cause = first(cause, gone.cause());
            if (differing.size() < Miss.MOST) {
                differing.add(new Miss.Difference(gone.name(), gone.value(), null));
            } else {
                more++;
            }
        }
        return new Miss(
                cause == null ? Miss.Cause.GONE : cause, differing, more, same, before.hex());
    }

    private static Miss.Cause first(
            Miss.@org.jspecify.annotations.Nullable Cause one, Miss.Cause other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    private static Map<String, KeyPart> byName(StepKey key) {
        Map<String, KeyPart> parts = new LinkedHashMap<>();
        key.parts().forEach(part -> parts.put(name(part), part));
        return parts;
    }

    private static String name(KeyPart part) {
        return part.cause() + " " + part.name();
    }
}
