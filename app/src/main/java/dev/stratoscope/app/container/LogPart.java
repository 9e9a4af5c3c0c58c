package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FindField;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.LogLine;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a container wrote to its output and error, as it writes. */
final class LogPart implements ContainerPart {
    private final ContainerShow show;
    private final LogLines lines = new LogLines();
    private final LogView view;
    private final FindField find = new FindField("Find in the log", this::seek, this::step);
    private final ToggleButton follow =
            toggle("Follow", MaterialDesignA.ARROW_DOWN, "Keep the newest line in view");
    private final ToggleButton times =
            toggle("Times", MaterialDesignC.CLOCK_OUTLINE, "Show when each line was written");
    private final ToggleButton wrap = toggle("Wrap", MaterialDesignW.WRAP, "Break long lines");
    private final Label count = new Label();
    private final BorderPane pane = new BorderPane();
    private @Nullable Job reading;
    private String sought = "";
    private List<Integer> hits = new ArrayList<>();
    private int hit = -1;

    LogPart(ContainerShow show) {
        this.show = show;
        view = new LogView(lines, show.engine().clock().getZone(), () -> follow.setSelected(false));
        follow.setSelected(true);
        follow.setId("log-follow");
        times.setId("log-times");
        wrap.setId("log-wrap");
        follow.selectedProperty().addListener((property, before, now) -> toEnd());
        times.selectedProperty().addListener((property, before, now) -> view.setTimed(now));
        wrap.selectedProperty().addListener((property, before, now) -> view.setWrapped(now));
        Button clear = Actions.icon(MaterialDesignB.BROOM, "Clear the view; the log stays");
        clear.setId("log-clear");
        clear.setOnAction(event -> clear());
        Button save = Actions.icon(MaterialDesignC.CONTENT_SAVE_OUTLINE, "Save the whole log…");
        save.setId("log-save");
        save.setOnAction(event -> save());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        find.setPrefWidth(260);
        find.setMinWidth(120);
        HBox bar = new HBox(find, spacer, follow, times, wrap, clear, save);
        bar.getStyleClass().addAll("pane-bar", "last");
        HBox footer = new HBox(count);
        footer.getStyleClass().add("pane-footer");
        pane.getStyleClass().add("pane");
        pane.setTop(bar);
        pane.setCenter(view);
        pane.setBottom(footer);
        show.seenProperty().addListener((property, before, now) -> read());
        tell();
    }

    private static ToggleButton toggle(String words, Ikon icon, String tip) {
        ToggleButton button = new ToggleButton(words, Icons.of(icon));
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    @Override
    public String title() {
        return "Log";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignT.TEXT_BOX_OUTLINE;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        read();
    }

    @Override
    public void search() {
        find.focusField();
    }

    @Override
    public List<Act> acts() {
        return List.of(
                Act.of("Next hit in the log", MaterialDesignC.CHEVRON_DOWN, () -> step(1))
                        .keys("F3")
                        .within(pane),
                Act.of("Hit before in the log", MaterialDesignC.CHEVRON_UP, () -> step(-1))
                        .keys("Shift+F3")
                        .within(pane));
    }

    /** Reads as long as the tab is open, once it was asked for and there is something. */
    private void read() {
        Container container = show.container();
        Job before = reading;
        boolean busy = before != null && !before.isFinished();
        if (busy || container == null || pane.getParent() == null) {
            return;
        }
        lines.clear();
        LogFeed feed = new LogFeed(container, show.jobs(), this::append);
        reading = show.jobs().follow("Reading a log", feed::run, done -> {}, failure -> {});
    }

    private void append(List<LogLine> more) {
        long left = lines.left();
        int from = Math.max(0, lines.size() - 1);
        lines.append(more);
        if (!sought.isEmpty()) {
            if (lines.left() != left) {
                seek(sought);
            } else {
                hits.removeIf(line -> line >= from);
                hits.addAll(lines.find(sought, from));
                find.show(hit, hits.size());
            }
        }
        tell();
        toEnd();
    }

    private void toEnd() {
        if (follow.isSelected() && !lines.isEmpty()) {
            view.scrollTo(lines.size() - 1);
        }
    }

    private void clear() {
        lines.clear();
        hits = new ArrayList<>();
        hit = -1;
        find.show(hit, 0);
        tell();
    }

    private void tell() {
        String some = HumanSize.grouped(lines.size()) + (lines.size() == 1 ? " line" : " lines");
        count.setText(
                lines.left() == 0
                        ? some
                        : some
                                + "; "
                                + HumanSize.grouped(lines.left())
                                + " older ones are not shown, Save writes all");
    }

    private void seek(String words) {
        sought = words.strip().toLowerCase(Locale.ROOT);
        view.mark(sought);
        hits = sought.isEmpty() ? new ArrayList<>() : lines.find(sought, 0);
        hit = hits.isEmpty() ? -1 : hits.size() - 1;
        showHit();
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            hit = Math.floorMod(hit + by, hits.size());
            showHit();
        }
    }

    private void showHit() {
        find.show(hit, hits.size());
        if (hit >= 0) {
            follow.setSelected(false);
            int line = hits.get(hit);
            view.getSelectionModel().clearAndSelect(line);
            view.scrollTo(Math.max(0, line - 4));
        }
    }

    private void save() {
        Seen seen = show.seen();
        if (seen == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the log of " + seen.name());
        chooser.setInitialFileName(seen.name() + ".log");
        File file = chooser.showSaveDialog(pane.getScene().getWindow());
        if (file != null) {
            boolean timed = times.isSelected();
            show.act(
                    "Saving the log of " + seen.name(),
                    file.getName() + " cannot be written",
                    progress -> LogFile.write(seen.container(), timed, file.toPath(), progress),
                    written ->
                            Notices.from(pane)
                                    .say(
                                            "Saved "
                                                    + HumanSize.grouped(written)
                                                    + " lines to "
                                                    + file.getName()));
        }
    }
}
