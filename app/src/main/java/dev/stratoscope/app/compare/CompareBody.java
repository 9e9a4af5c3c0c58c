package dev.stratoscope.app.compare;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Layout;
import dev.stratoscope.app.view.PaneTabs;
import dev.stratoscope.app.view.ribbon.RibbonStacks;
import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.ChangeCounts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The parts of a comparison below its header: stacks at the left; files and config beside them. */
final class CompareBody extends BorderPane {
    private static final double STACKS_WIDTH = 452;

    private static final double STACKS_SHARE = 0.35;

    /** Narrower bodies leave the stacks less than they like, but the files what they need. */
    private static final double LEAST_FILES = 320;

    /** Lower ones have no room for files and the difference of one. */
    private static final double ROOM_FOR_BOTH = 420;

    private final StacksPane stacks = new StacksPane();
    private final IgnoreButton ignore = new IgnoreButton();
    private final PaneTabs tabs = new PaneTabs();
    private final ComparedFiles files;
    private final ConfigTable config =
            new ConfigTable("Config and env", "Value", "Config and environment are the same.");
    private final ConfigTable history =
            new ConfigTable("History", "Step", "The steps of both histories are the same.");
    private final ConfigTable labels =
            new ConfigTable("Labels", "Label", "The labels are the same.");
    private final Label filesCount;
    private final Label configCount;
    private final Label historyCount;
    private final Label labelsCount;
    private final ToggleButton fold = new ToggleButton(null, Icons.of(MaterialDesignD.DOCK_BOTTOM));
    private final SplitPane split;
    private String left = "Left";
    private String right = "Right";
    private @Nullable StepPair wanted;
    private double given;
    private boolean wasLow;

    CompareBody(JobScope jobs) {
        files = new ComparedFiles(jobs, ignore);
        filesCount = tabs.add("Files", MaterialDesignF.FILE_TREE_OUTLINE, files);
        configCount = tabs.add("Config and env", MaterialDesignT.TUNE_VARIANT, config);
        historyCount = tabs.add("History", MaterialDesignH.HISTORY, history);
        labelsCount = tabs.add("Labels", MaterialDesignT.TAG_OUTLINE, labels);
        fold.getStyleClass().addAll("button-icon", "small");
        fold.setId("fold-difference");
        fold.setTooltip(new Tooltip("Difference of the selected path"));
        fold.setAccessibleText("Difference of the selected path");
        fold.setMinWidth(USE_PREF_SIZE);
        fold.setSelected(true);
        fold.setOnAction(event -> files.showDifference(fold.isSelected()));
        files.heightProperty()
                .addListener((property, before, now) -> foldWhereLow(now.doubleValue()));
        tabs.setTool(fold);
        fold.visibleProperty().bind(tabs.centerProperty().isEqualTo(files));
        tabs.setMinWidth(LEAST_FILES);
        RibbonStacks ribbons = stacks.stacks();
        ribbons.selectedProperty()
                .addListener(
                        (property, before, now) -> {
                            files.limit(now);
                            if (now != null) {
                                files.scopeProperty().set(CompareScope.SELECTED_LAYERS);
                                tabs.select(files);
                            }
                        });
        split = new SplitPane(stacks, tabs);
        SplitPane.setResizableWithParent(stacks, false);
        split.widthProperty()
                .addListener(
                        (property, before, now) -> place(before.doubleValue(), now.doubleValue()));
        setCenter(split);
        say("");
    }

    /** The stacks have their part of the room until a person moves the divider. */
    private void place(double before, double width) {
        double now = before * split.getDividerPositions()[0];
        if (width > 0 && (given == 0 || Math.abs(now - given) <= 2)) {
            given = Math.clamp(width * STACKS_SHARE, StacksPane.LEAST, STACKS_WIDTH);
            // A split pane of another width takes its parts' old widths for their new ones, unless
            // held.
            stacks.setMinWidth(given);
            stacks.setMaxWidth(given);
            Layout.after(split.getScene(), this::free);
        }
    }

    private void free() {
        split.setDividerPositions(given / split.getWidth());
        stacks.setMinWidth(StacksPane.LEAST);
        stacks.setMaxWidth(Double.MAX_VALUE);
    }

    /** In a low window all room is the files' until a person asks for the difference. */
    private void foldWhereLow(double height) {
        boolean low = height > 0 && height < ROOM_FOR_BOTH;
        if (low != wasLow && height > 0) {
            wasLow = low;
            fold.setSelected(!low);
            files.showDifference(!low);
        }
    }

    IgnoreButton ignore() {
        return ignore;
    }

    ComparedFiles files() {
        return files;
    }

    StacksPane stacks() {
        return stacks;
    }

    /** Names the two sides. */
    void name(String leftName, String rightName) {
        boolean same = leftName.equals(rightName);
        left = same || leftName.isEmpty() ? "Left" : leftName;
        right = same || rightName.isEmpty() ? "Right" : rightName;
        files.name(left, right);
    }

    /** Keeps the selected layers selected when the sides are exchanged. */
    void mirror() {
        StepPair pair = stacks.selected();
        wanted = pair == null ? null : pair.exchanged();
    }

    /** Shows words instead of files. */
    void say(String words) {
        files.say(words);
    }

    /** Shows what differs; null while that is not known. */
    void show(@Nullable Compared compared) {
        stacks.show(compared, Map.of());
        if (compared == null) {
            show(config, configCount, List.of(), any -> true);
            history.fold(List.of(), "");
            show(history, historyCount, List.of(), any -> true);
            show(labels, labelsCount, List.of(), any -> true);
            for (Label count : List.of(filesCount, configCount, historyCount, labelsCount)) {
                count.setText("");
            }
            return;
        }
        files.show(compared);
        StepPair selected = wanted;
        if (selected != null) {
            wanted = null;
            stacks.select(selected);
        }
        filesCount.setText(String.format("%,d", compared.files().paths()));
        List<ConfigChange> changes = compared.config().changes();
        HistoryRows steps = HistoryRows.of(compared.config());
        history.fold(steps.quiet(), steps.words());
        show(history, historyCount, steps.telling(), any -> true);
        show(labels, labelsCount, changes, section -> section == Section.LABELS);
        show(
                config,
                configCount,
                changes,
                section -> section != Section.HISTORY && section != Section.LABELS);
    }

    private void show(
            ConfigTable table,
            Label count,
            List<ConfigChange> changes,
            Predicate<Section> sections) {
        List<ConfigChange> own =
                changes.stream().filter(change -> sections.test(change.section())).toList();
        table.show(own, left, right);
        count.setText(String.format("%,d", own.size()));
    }

    /** Shows how many paths differ between the layers of each pair. */
    void count(Compared compared, Map<StepPair, ChangeCounts> counts) {
        stacks.show(compared, counts);
    }

    /** Puts the cursor into the search field of the pane that is shown. */
    void search() {
        for (ConfigTable table : List.of(config, history, labels)) {
            if (tabs.shows(table)) {
                table.search();
                return;
            }
        }
        files.files().focusSearch();
    }

    void showFiles() {
        tabs.select(files);
    }

    void showConfig() {
        tabs.select(config);
        config.search();
    }

    void showHistory() {
        tabs.select(history);
        history.search();
    }

    void showLabels() {
        tabs.select(labels);
        labels.search();
    }

    /** Folds the difference of the selected path, or unfolds it. */
    void foldDifference() {
        fold.fire();
    }

    /** The parts that the keys go round, in order. */
    List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(stacks.stacks(), tabs.strip()));
        if (tabs.shows(files)) {
            panes.addAll(List.of(files.files().getTop(), files.files().getCenter()));
            if (fold.isSelected()) {
                panes.add(files.difference());
            }
        } else if (tabs.getCenter() != null) {
            panes.add(tabs.getCenter());
        }
        return panes;
    }
}
