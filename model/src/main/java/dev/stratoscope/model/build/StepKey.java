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
 */
record StepKey(List<KeyPart> parts) {
    /** Copies the list. */
    StepKey {
        parts = List.copyOf(parts);
    }

    /** 64 hex digits. */
    String hex() {
        MessageDigest hasher = Digest.newSha256();
        for (KeyPart part : parts) {
            for (String text : List.of(part.cause().name(), part.name(), part.value())) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                hasher.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                hasher.update(bytes);
            }
        }
        return Digest.ofSha256(hasher.digest()).hex();
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
