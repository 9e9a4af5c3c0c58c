package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.difference.DifferencePane;
import dev.stratoscope.app.view.difference.Version;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.ChangedFile;
import dev.stratoscope.model.build.CopiedFile;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Descriptor;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * How a file differs that made a step miss the cache, in the place of the log until it is closed.
 * On the JavaFX thread.
 */
final class MissDifference extends BorderPane {
    private final Engine engine;
    private final JobScope jobs;
    private final DifferencePane pane;
    private final Label title = new Label();
    private final Runnable onClose;
    private @Nullable Job asking;

    /**
     * Not seen before something is shown.
     *
     * @param onClose told when it is not wanted any more
     */
    MissDifference(Engine engine, JobScope jobs, Runnable onClose) {
        this.engine = engine;
        this.jobs = jobs;
        this.onClose = onClose;
        pane = new DifferencePane(jobs.part());
        getStyleClass().addAll("pane", "miss-difference");
        setId("miss-difference");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        Button close = Actions.icon(MaterialDesignC.CLOSE, "Back to the log (Esc)");
        close.setId("close-difference");
        close.setOnAction(event -> close());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, spacer, close);
        head.getStyleClass().add("pane-title");
        setTop(head);
        setCenter(pane);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        close();
                    }
                });
        setVisible(false);
    }

    /** Lets go of what it shows. */
    void close() {
        if (isVisible()) {
            setVisible(false);
            pane.clear();
            onClose.run();
        }
    }

    /** What can be done with what is shown. */
    List<Act> acts() {
        return isVisible() ? pane.acts() : List.of();
    }

    /** Whether there are two versions, or one, of a file to be shown. */
    static boolean canShow(StepNow step, Miss miss, Miss.Difference one) {
        boolean made = made(step) != null || readsContext(step);
        return miss.before() != null
                && made
                && isFile(one.before(), one.after())
                && isFile(one.after(), one.before());
    }

    private static boolean isFile(@Nullable String value, @Nullable String other) {
        return value == null ? other != null : value.startsWith("file ") && value.contains(" /");
    }

    /** Whether the files that a step copies lie in the context. */
    private static boolean readsContext(StepNow step) {
        return switch (step.step().instruction()) {
            case Instruction.Copy copy -> copy.from() == null;
            case Instruction.Add _ -> true;
            default -> false;
        };
    }

    private static @Nullable Descriptor made(StepNow step) {
        StepResult result = step.result();
        return result == null || result.diffId() == null || step.look() != StepLook.BUILT
                ? null
                : result.image();
    }

    /** Shows one of the files that differ. */
    void show(BuildSpec spec, StepNow step, Miss miss, Miss.Difference one) {
        Job before = asking;
        if (before != null) {
            before.cancel();
        }
        String name = Escapes.text(one.name());
        title.setText("Why line " + step.line() + " missed: " + name);
        setVisible(true);
        pane.hint("Reading both versions…");
        Descriptor made = made(step);
        String instruction = step.step().text();
        asking =
                jobs.start(
                        "Comparing " + name,
                        progress -> engine.builds().changed(spec, miss, one, made, progress),
                        changed -> show(name, instruction, changed),
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                pane.hint("It cannot be shown: " + words(failure));
                            }
                        });
    }

    private static String words(Throwable failure) {
        return Problems.of("", failure).reason();
    }

    private void show(String name, String instruction, ChangedFile changed) {
        pane.show(
                name,
                version("The build before", instruction, changed.before()),
                version("Now", instruction, changed.after()));
        pane.requestFocus();
    }

    private static @Nullable Version version(
            String title, String instruction, @Nullable CopiedFile file) {
        return file == null ? null : new Version(title, -1, instruction, file.contents(), file);
    }
}
