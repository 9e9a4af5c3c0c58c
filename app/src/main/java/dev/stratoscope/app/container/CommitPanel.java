package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.files.Ticks;
import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.Set;
import java.util.function.Function;

/**
 * Makes an image of what is ticked, or of all that was written; says beforehand what its one new
 * layer will hold. On the JavaFX thread.
 */
final class CommitPanel extends BorderPane {
    private final Ticks ticks;
    private final Function<CommitSpec, Job> commit;
    private final CommitInput input = new CommitInput(this::judge);
    private final Label title = new Label();
    private final HoldingList list = new HoldingList();
    private final Label leftOut = new Label();
    private final Button chosen = new Button("Commit", Icons.of(MaterialDesignS.SOURCE_COMMIT));
    private final Button all = new Button("Commit all");
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final HBox running = new HBox(8, progress, cancel);
    private final FlowPane buttons = new FlowPane(8, 8, chosen, all);
    private @Nullable WrittenChanges changes;
    private @Nullable Job job;

    /**
     * A panel without changes.
     *
     * @param commit begins to make an image
     */
    CommitPanel(Ticks ticks, Function<CommitSpec, Job> commit) {
        this.ticks = ticks;
        this.commit = commit;
        getStyleClass().addAll("pane", "commit-panel");
        setId("commit-panel");
        title.getStyleClass().add("title");
        title.setGraphic(Icons.of(MaterialDesignS.SOURCE_COMMIT));
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-title");
        setTop(head);
        chosen.getStyleClass().add("accent");
        chosen.setId("commit-chosen");
        chosen.setOnAction(event -> start(ticks.isEmpty() ? null : ticks.paths()));
        all.getStyleClass().add("flat");
        all.setId("commit-all");
        all.setOnAction(event -> start(null));
        cancel.setOnAction(event -> stop());
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.setMaxWidth(Double.MAX_VALUE);
        running.setAlignment(Pos.CENTER_LEFT);
        leftOut.getStyleClass().addAll("secondary", "muted");
        leftOut.setWrapText(true);
        leftOut.setMinHeight(Region.USE_PREF_SIZE);
        Label holds = new Label("What the new layer holds");
        holds.getStyleClass().add("field-head");
        VBox content = new VBox(12);
        content.getStyleClass().add("commit-content");
        content.getChildren().addAll(input.above());
        content.getChildren().addAll(new VBox(4, holds, list, leftOut));
        content.getChildren().addAll(input.below());
        content.getChildren().addAll(buttons, running);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        show(running, false);
        ticks.addListener(this::tell);
    }

    /** Where the keyboard goes first. */
    Region first() {
        return input.name();
    }

    /** Suggests a name, where none was typed. */
    void suggest(String name) {
        input.suggest(name);
    }

    /** Only what runs can be held. */
    void setLive(boolean live) {
        input.setLive(live);
    }

    /** Takes in what was written by now. */
    void show(WrittenChanges now) {
        changes = now;
        tell();
    }

    /** Does what the button for what is ticked does. */
    void commitChosen() {
        chosen.fire();
    }

    /** Does what the button for everything does. */
    void commitAll() {
        (all.isVisible() ? all : chosen).fire();
    }

    private void tell() {
        WrittenChanges now = changes;
        if (now == null) {
            return;
        }
        Holding holding = ticks.isEmpty() ? Holding.all(now) : Holding.of(now, paths());
        boolean part = !ticks.isEmpty() && ticks.of(0) != Ticks.State.ALL;
        if (!part) {
            holding = Holding.all(now);
        }
        int count = holding.size();
        String paths = HumanSize.grouped(count) + (count == 1 ? " path" : " paths");
        String of = HumanSize.grouped(now.paths());
        title.setText(
                part
                        ? "Commit " + HumanSize.grouped(count) + " of " + of + " paths"
                        : count == 0 ? "Nothing to commit" : "Commit " + paths);
        list.show(holding);
        leftOut.setText(
                part
                        ? "Left out: "
                                + HumanSize.grouped(holding.leftOut())
                                + (holding.leftOut() == 1 ? " path, " : " paths, ")
                                + HumanSize.spaced(holding.leftBytes())
                                + ". They stay in the container."
                        : count == 0
                                ? "The new image would only differ in its config."
                                : "Nothing is left out. Tick paths to commit only those.");
        chosen.setText(part ? "Commit " + paths : "Commit all " + of);
        all.setText("Commit all " + of);
        show(all, part);
        judge();
    }

    private Set<ByteString> paths() {
        return ticks.paths();
    }

    private void judge() {
        boolean fine = input.judge() && changes != null;
        chosen.setDisable(!fine);
        all.setDisable(!fine);
    }

    private void start(@Nullable Set<ByteString> paths) {
        boolean part = paths != null && ticks.of(0) != Ticks.State.ALL;
        job = commit.apply(input.spec(part ? paths : null));
        show(buttons, false);
        show(running, true);
    }

    private void stop() {
        Job now = job;
        if (now != null) {
            now.cancel();
        }
    }

    /** The image was made, or not. */
    void ended() {
        job = null;
        show(buttons, true);
        show(running, false);
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
