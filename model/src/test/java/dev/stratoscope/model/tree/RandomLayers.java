package dev.stratoscope.model.tree;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random stacks of layers over very few names, so that entries collide in every way. The same seed
 * gives the same layers.
 */
public final class RandomLayers {
    private static final String[] NAMES = {"a", "b", "c"};

    private final RandomGenerator random;
    private final ReferenceTree reference = new ReferenceTree();

    /**
     * What this layer links to: that stays, since what a link to a replaced file is depends on who
     * extracts it.
     */
    private final Set<String> linked = new HashSet<>();

    private int count;

    private RandomLayers(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** One to five layers. */
    public static List<TestImage.Layer> of(long seed) {
        return new RandomLayers(seed).layers();
    }

    private List<TestImage.Layer> layers() {
        List<TestImage.Layer> layers = new ArrayList<>();
        int wanted = random.nextInt(1, 6);
        for (int i = 0; i < wanted; i++) {
            layers.add(layer());
        }
        return layers;
    }

    private TestImage.Layer layer() {
        TestImage.Layer layer = TestImage.layer();
        linked.clear();
        reference.apply(List.of());
        int entries = random.nextInt(0, 9);
        int done = 0;
        for (int i = 0; i < entries; i++) {
            add(layer.owner(random.nextInt(2)).time(random.nextInt(3)));
            for (ImageDraft.Item item : layer.items().subList(done, layer.items().size())) {
                reference.apply(item);
            }
            done = layer.items().size();
        }
        return layer;
    }

    private void add(TestImage.Layer layer) {
        String path = path(random.nextInt(1, 4));
        int mode = random.nextBoolean() ? 0700 : 0755;
        int kind = random.nextInt(12);
        boolean below = linked.stream().anyMatch(l -> path.startsWith(l + "/"));
        boolean above = linked.stream().anyMatch(l -> l.startsWith(path + "/"));
        if (below || (linked.contains(path) && kind != 8) || (above && kind < 4)) {
            return;
        }
        if (kind < 4) {
            layer.file(path, random.nextInt(4) == 0 ? "" : "text " + count++ % 7, mode);
        } else if (kind < 7) {
            layer.directory(path, mode);
        } else if (kind == 7 && !above) {
            layer.symlink(path, path(1));
        } else if (kind == 8) {
            layer.whiteout(path);
        } else if (kind == 9) {
            layer.opaque(random.nextInt(6) == 0 ? "" : path);
        } else if (kind > 9 && !above) {
            String target = path(random.nextInt(1, 4));
            if (reference.isFile(target)
                    && !target.startsWith(path + "/")
                    && !path.startsWith(target + "/")
                    && !path.equals(target)) {
                linked.add(target);
                layer.hardLink(path, target);
            }
        }
    }

    private String path(int depth) {
        StringBuilder path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
        for (int i = 1; i < depth; i++) {
            path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
        }
        return path.toString();
    }
}
