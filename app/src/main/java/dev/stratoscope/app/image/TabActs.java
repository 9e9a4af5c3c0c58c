package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import java.util.ArrayList;
import java.util.List;

/** What can be done with the image of a tab as a whole. On the JavaFX thread. */
final class TabActs {
    private final Act again;
    private @Nullable Act compare;
    private @Nullable Act run;

    /**
     * Acts on an image that nobody offered to run or to compare.
     *
     * @param open reads it again
     */
    TabActs(Runnable open) {
        again = Act.of("Read again", MaterialDesignR.REFRESH, open).keys("F5");
    }

    /** Offers to run the image. */
    void setRun(Act act) {
        run = act;
    }

    /** Offers to compare the image with another. */
    void setCompare(Act act) {
        compare = act;
    }

    /**
     * What can be done now.
     *
     * @param image its id; null while its documents are not read
     */
    List<Act> of(@Nullable Digest image) {
        List<Act> acts = new ArrayList<>();
        if (image != null) {
            add(acts, compare);
            acts.add(
                    Act.of(
                            "Copy the image ID",
                            MaterialDesignC.CONTENT_COPY,
                            () -> Actions.copy(image.toString())));
            add(acts, run);
        }
        acts.add(again);
        return acts;
    }

    private static void add(List<Act> acts, @Nullable Act act) {
        if (act != null) {
            acts.add(act);
        }
    }
}
