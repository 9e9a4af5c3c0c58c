package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A stack of layers made in code, as snapshots take them. */
record Stacks(List<Lower> lowers, List<TestImage.Layer> layers) implements Contents {
    static Stacks of(TestImage.Layer... layers) throws IOException {
        return of(List.of(layers));
    }

    static Stacks of(List<TestImage.Layer> layers) throws IOException {
        List<Lower> lowers = new ArrayList<>();
        Digest chain = null;
        for (TestImage.Layer layer : layers) {
            Digest diff = Digest.sha256(TestImage.tar(layer.items()));
            String both = chain + " " + diff;
            chain = chain == null ? diff : Digest.sha256(both.getBytes(StandardCharsets.US_ASCII));
            lowers.add(new Lower(diff, chain, layer.index()));
        }
        return new Stacks(lowers, layers);
    }

    List<LayerIndex> indexes() {
        return lowers.stream().map(Lower::index).toList();
    }

    FileTree tree() throws IOException {
        return FileTree.merge(indexes());
    }

    /** What the stack shows with one more layer on top. */
    FileTree with(LayerIndex upper) throws IOException {
        List<LayerIndex> all = new ArrayList<>(indexes());
        all.add(upper);
        return FileTree.merge(all);
    }

    @Override
    public InputStream open(Entry entry, long offset) {
        ByteString found = ByteString.EMPTY;
        for (ImageDraft.Item item : layers.get(entry.layer()).items()) {
            if (item.path().equals(entry.path())) {
                found = item.content();
            }
        }
        return new ByteArrayInputStream(
                found.toByteArray(), (int) offset, (int) (found.length() - offset));
    }
}
