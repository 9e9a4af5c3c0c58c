package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whatever is done in whatever order, the store does what a table of names would do. */
class StoreModelTest extends StoreFixture {
    private static final int STEPS = 60;
    private static final int IMAGES = 4;

    /** What each name means. */
    private final Map<String, Digest> names = new TreeMap<>();

    /** The images there are. */
    private final Set<Digest> images = new HashSet<>();

    private final Map<Digest, OpenImage> open = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Digest> ids = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void namesAndImagesAreThoseOfTheModel(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < IMAGES; i++) {
            files.add(archive("loaded:" + i % 3, "text " + i));
            try (OpenImage image = engine.open(ImageSource.of(files.get(i)), null, Progress.NONE)) {
                ids.add(image.image().id());
            }
        }
        for (int i = 0; i < STEPS; i++) {
            step(random);
            check("seed " + seed + " step " + i);
        }
        for (OpenImage image : open.values()) {
            assertEquals(List.of(), image.verify(Progress.NONE));
            image.close();
        }
        store.prune(Progress.NONE);
        assertNoLitter();
    }

    private void step(Random random) throws IOException {
        int image = random.nextInt(IMAGES);
        String name = random.nextBoolean() ? "loaded:" + random.nextInt(3) : "tag:" + image;
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                load(files.get(image));
                images.add(ids.get(image));
                names.put("loaded:" + image % 3, ids.get(image));
            }
            case 2 -> tag(ids.get(image), name);
            case 3 -> removeName(name);
            case 4 -> removeId(ids.get(image), random.nextBoolean());
            case 5 -> {
                images.removeIf(id -> !names.containsValue(id) && !open.containsKey(id));
                store.prune(Progress.NONE);
            }
            case 6 -> open(ids.get(image));
            default -> close(ids.get(image));
        }
    }

    private void tag(Digest id, String name) throws IOException {
        if (images.contains(id)) {
            store.tag(id.toString(), Reference.parse(name));
            names.put(name, id);
        } else {
            refused("no such image", () -> store.tag(id.toString(), Reference.parse(name)));
        }
    }

    private void removeName(String name) throws IOException {
        Digest id = names.get(name);
        if (id == null) {
            refused("no such image", () -> store.remove(name, true));
        } else if (namesOf(id).size() == 1 && open.containsKey(id)) {
            refused("is in use", () -> store.remove(name, true));
        } else {
            assertEquals(namesOf(id).size() > 1, store.remove(name, false).deleted().isEmpty());
            names.remove(name);
            if (!names.containsValue(id)) {
                images.remove(id);
            }
        }
    }

    private void removeId(Digest id, boolean force) throws IOException {
        if (!images.contains(id)) {
            refused("no such image", () -> store.remove(id.hex(), force));
        } else if (open.containsKey(id)) {
            refused("is in use", () -> store.remove(id.hex(), force));
        } else if (namesOf(id).size() > 1 && !force) {
            refused("several names", () -> store.remove(id.hex(), false));
        } else {
            assertEquals(List.of(id), store.remove(id.hex(), force).deleted());
            images.remove(id);
            names.values().removeIf(id::equals);
        }
    }

    private void open(Digest id) throws IOException {
        if (images.contains(id) && !open.containsKey(id)) {
            open.put(id, open(id.toString()));
        }
    }

    private void close(Digest id) throws IOException {
        OpenImage image = open.remove(id);
        if (image != null) {
            image.close();
        }
    }

    private Set<String> namesOf(Digest id) {
        Set<String> own = new TreeSet<>(names.keySet());
        own.removeIf(name -> !id.equals(names.get(name)));
        return own;
    }

    private void check(String about) throws IOException {
        Map<Digest, Set<String>> listed = new HashMap<>();
        for (KeptImage image : store.contents().images()) {
            listed.put(image.id(), new TreeSet<>(names(image)));
            assertEquals(open.containsKey(image.id()), image.inUse(), about);
            assertEquals("null", String.valueOf(image.problem()), about);
            assertFalse(image.frees() < 0, about);
        }
        Map<Digest, Set<String>> wanted = new HashMap<>();
        images.forEach(id -> wanted.put(id, namesOf(id)));
        assertEquals(wanted, listed, about);
    }
}
