package dev.stratoscope.app.view.files;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Images that nobody thought of. */
final class RandomImage {
    private static final int LAYERS = 3;
    private static final int ENTRIES = 14;
    private static final String[] NAMES = {"a", "b", "c", "ab"};

    private RandomImage() {}

    /** What every layer of one changes, and the whole of it. */
    static List<Changeset> changesets(Path folder, Random random) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int layer = 0; layer < LAYERS; layer++) {
            steps.add(new Step("RUN " + layer, layer(random).items()));
        }
        ImageDraft draft = Drafts.of("demo/random:1", steps);
        List<Changeset> all = new ArrayList<>();
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(draft, "random.tar");
            OpenImage image = engine.open(ImageSource.of(file), null, Progress.NONE);
            Timeline timeline = image.timeline(LAYERS, Progress.NONE);
            for (int layer = 0; layer < LAYERS; layer++) {
                all.add(timeline.upTo(layer));
                all.add(timeline.only(layer));
            }
            all.add(timeline.whole());
            all.add(timeline.between(1, 1));
        }
        return all;
    }

    private static LayerDraft layer(Random random) {
        LayerDraft layer = Drafts.layer();
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < ENTRIES; i++) {
            StringBuilder path = new StringBuilder(NAMES[random.nextInt(NAMES.length)]);
            for (int depth = random.nextInt(3); depth > 0; depth--) {
                path.append('/').append(NAMES[random.nextInt(NAMES.length)]);
            }
            String wanted = path.toString();
            boolean fits =
                    taken.stream()
                            .noneMatch(
                                    other ->
                                            (other + "/").startsWith(wanted + "/")
                                                    || (wanted + "/").startsWith(other + "/"));
            if (!fits) {
                continue;
            }
            taken.add(wanted);
            switch (random.nextInt(5)) {
                case 0 -> layer.whiteout(wanted);
                case 1 -> layer.directory(wanted, random.nextBoolean() ? 0755 : 0700);
                default -> layer.file(wanted, 0644, "x".repeat(random.nextInt(3) * 20));
            }
        }
        return layer;
    }
}
