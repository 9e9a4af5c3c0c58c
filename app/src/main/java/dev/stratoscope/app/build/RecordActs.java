package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.table.RowActs;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildRecord;
import dev.stratoscope.model.image.Digest;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.ArrayList;
import java.util.List;

/** What can be done with a build that ended. */
record RecordActs(BuildDoors doors) implements RowActs<BuildRecord> {
    @Override
    public void open(BuildRecord one) {
        doors.openAgain(one);
    }

    @Override
    public List<Act> buttons(BuildRecord one) {
        return one.image() == null ? List.of(again(one)) : List.of(image(one), again(one));
    }

    @Override
    public List<List<Act>> menu(BuildRecord one) {
        List<Act> first = new ArrayList<>(List.of(again(one).keys("Enter")));
        List<Act> copies = new ArrayList<>();
        Digest id = one.image();
        if (id != null) {
            first.add(image(one).keys("Shortcut+Enter"));
            copies.add(
                    Act.of(
                            "Copy the image's id",
                            MaterialDesignC.CONTENT_COPY,
                            () -> Actions.copy(id.toString())));
        }
        copies.add(
                Act.of(
                                "Copy the Dockerfile's path",
                                MaterialDesignC.CONTENT_COPY,
                                () -> Actions.copy(one.file()))
                        .keys("Shortcut+C"));
        return List.of(first, copies);
    }

    private Act again(BuildRecord one) {
        return Act.of("Open", MaterialDesignH.HAMMER_WRENCH, () -> doors.openAgain(one));
    }

    private Act image(BuildRecord one) {
        return Act.of(
                "Open image",
                MaterialDesignL.LAYERS_TRIPLE_OUTLINE,
                () -> doors.openImage(ImageSource.stored(String.valueOf(one.image()))));
    }

    /** Opens what a step made, while its layers are in the cache; nothing where it made nothing. */
    void open(BuildRecord.Step step) {
        if (step.image() != null) {
            doors.openImage(
                    ImageSource.built(step.image(), StepTitle.of(step.text(), step.line())));
        }
    }
}
