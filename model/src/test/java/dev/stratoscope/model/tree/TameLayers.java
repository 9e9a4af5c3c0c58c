package dev.stratoscope.model.tree;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of random layers what all tools agree on: each path once in a layer, every parent named before
 * what lies in it, nothing below what is no directory but marks below files, as umoci writes them
 * (below a link it would follow the link), and hard links only to files that are there.
 */
final class TameLayers {
    private final ReferenceTree reference = new ReferenceTree();
    private final Map<String, EntryType> named = new HashMap<>();
    private TestImage.Layer layer = TestImage.layer();

    private TameLayers() {}

    /** The same seed gives the same layers. */
    static List<TestImage.Layer> of(long seed) {
        TameLayers tame = new TameLayers();
        List<TestImage.Layer> layers = new ArrayList<>();
        for (TestImage.Layer wild : RandomLayers.of(seed)) {
            layers.add(tame.layer(wild));
        }
        return layers;
    }

    private TestImage.Layer layer(TestImage.Layer wild) {
        layer = TestImage.layer();
        named.clear();
        reference.apply(List.of());
        wild.items().forEach(this::add);
        return layer;
    }

    private void add(ImageDraft.Item item) {
        String path = item.path().toString();
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        boolean mark = name.startsWith(".wh.");
        boolean link = item.attributes().type() == EntryType.HARDLINK;
        if (named.containsKey(path)
                || (link && !reference.isFile(item.attributes().link().toString()))
                || !parents(path, mark)) {
            return;
        }
        named.put(path, mark ? EntryType.WHITEOUT : item.attributes().type());
        layer.item(item);
        reference.apply(item);
    }

    /** Names the directories above a path; false where it cannot lie below what is there. */
    private boolean parents(String path, boolean mark) {
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
            String above = path.substring(0, end);
            EntryType type = named.get(above);
            if (type == null) {
                TestImage.Layer directory = TestImage.layer().time(4).directory(above);
                add(directory.items().getFirst());
            } else if (type != EntryType.DIRECTORY) {
                return mark && (type == EntryType.FILE || type == EntryType.HARDLINK);
            }
        }
        return true;
    }
}
