package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.table.RowActs;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that can be done with one line of the list of images. */
final class ImageActs implements RowActs<ImageRow> {
    private final Acts acts;
    private final Supplier<List<ImageRow>> selected;

    /**
     * Acts on an image, or on two.
     *
     * @param selected the lines that are selected, from top to bottom
     */
    ImageActs(Acts acts, Supplier<List<ImageRow>> selected) {
        this.acts = acts;
        this.selected = selected;
    }

    @Override
    public void open(ImageRow row) {
        acts.open(row);
    }

    @Override
    public List<Act> buttons(ImageRow row) {
        return List.of(runAct(row), openAct(row), saveAct(row));
    }

    @Override
    public List<List<Act>> menu(ImageRow row) {
        List<Act> copies = new ArrayList<>();
        copies.add(
                Act.of(
                                "Copy ID",
                                MaterialDesignC.CONTENT_COPY,
                                () -> Actions.copy(row.image().id().toString()))
                        .keys("Shortcut+C"));
        if (row.name() != null) {
            copies.add(
                    Act.of(
                            "Copy name",
                            MaterialDesignC.CONTENT_COPY,
                            () -> Actions.copy(row.title())));
        }
        boolean untags = row.image().names().size() > 1;
        return List.of(
                List.of(
                        openAct(row),
                        runAct(row),
                        compareAct(row),
                        saveAct(row),
                        Act.of("Tag…", MaterialDesignT.TAG_OUTLINE, () -> acts.tag(row))
                                .keys("F2")),
                copies,
                List.of(
                        Act.of(
                                        untags ? "Remove this name" : "Remove…",
                                        MaterialDesignD.DELETE_OUTLINE,
                                        () -> acts.remove(row))
                                .keys("Delete")));
    }

    private Act openAct(ImageRow row) {
        return Act.of("Open", MaterialDesignO.OPEN_IN_NEW, () -> acts.open(row)).keys("Enter");
    }

    private Act runAct(ImageRow row) {
        return Act.of("Run…", MaterialDesignP.PLAY, () -> acts.run(row)).keys("Shortcut+R");
    }

    private Act saveAct(ImageRow row) {
        return Act.of("Save…", MaterialDesignC.CONTENT_SAVE_OUTLINE, () -> acts.save(row))
                .keys("Shortcut+S");
    }

    private Act compareAct(ImageRow row) {
        ImageRow other = other(row);
        Act act =
                other == null
                        ? Act.of(
                                "Compare with…",
                                MaterialDesignC.COMPARE,
                                () -> acts.compareWith(row))
                        : Act.of(
                                "Compare the two",
                                MaterialDesignC.COMPARE,
                                () -> acts.compare(other, row));
        return act.keys("Shortcut+Shift+C");
    }

    /** The other one of two rows that are selected; null where there are not two. */
    private @Nullable ImageRow other(ImageRow row) {
        List<ImageRow> both = selected.get();
        return both.size() != 2 || !both.contains(row)
                ? null
                : both.getFirst().equals(row) ? both.getLast() : both.getFirst();
    }
}
