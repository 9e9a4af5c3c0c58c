package dev.stratoscope.app.compare;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Fitting;
import dev.stratoscope.app.view.MoreMenu;
import dev.stratoscope.app.view.Remark;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Kind;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The top of a comparison: its two sides, and by how much they differ. */
final class CompareHeader extends HBox {
    private static final double SIDE_WIDTH = 268;
    private static final double LEAST_SIDE = 96;

    private final SideChooser left;
    private final SideChooser right;
    private final Label figure = new Label();
    private final Remark words = new Remark("");
    private final Fitting counts = new Fitting(12);

    /** What a person can ask for here. */
    record Wishes(
            Supplier<Subjects> subjects,
            Consumer<Subject> left,
            Consumer<Subject> right,
            Act swap,
            Supplier<List<Act>> more) {}

    CompareHeader(Wishes wishes) {
        left = new SideChooser("left", wishes.subjects(), wishes.left());
        right = new SideChooser("right", wishes.subjects(), wishes.right());
        getStyleClass().addAll("subject-header", "compare-header");
        for (SideChooser side : List.of(left, right)) {
            side.setPrefWidth(SIDE_WIDTH);
            side.setMinWidth(LEAST_SIDE);
        }
        Button swap = Actions.icon(MaterialDesignS.SWAP_HORIZONTAL, wishes.swap().tip());
        swap.getStyleClass().setAll("button", "button-icon");
        swap.setId("swap-sides");
        swap.setMinWidth(USE_PREF_SIZE);
        swap.setOnAction(event -> wishes.swap().run().run());
        figure.getStyleClass().add("figure");
        figure.setMinWidth(USE_PREF_SIZE);
        HBox first = new HBox(8, figure, words);
        first.setAlignment(Pos.BASELINE_LEFT);
        counts.getStyleClass().add("header-meta");
        VBox figures = new VBox(4, first, counts);
        figures.setAlignment(Pos.CENTER_LEFT);
        figures.setMinWidth(0);
        HBox.setMargin(figures, new Insets(0, 0, 0, 16));
        HBox.setHgrow(figures, Priority.ALWAYS);
        MoreMenu more = new MoreMenu("More of this comparison");
        more.offer(wishes.more());
        getChildren().setAll(left, swap, right, figures, more);
    }

    /** Shows what stands on both sides. */
    void show(CompareSide leftSide, CompareSide rightSide) {
        left.show(leftSide.subject(), leftSide.factsBeside(rightSide));
        right.show(rightSide.subject(), rightSide.factsBeside(leftSide));
    }

    /** Shows by how much the sides differ; null while that is not known. */
    void show(@Nullable Compared compared) {
        counts.getChildren().clear();
        figure.setText("");
        words.setText("");
        if (compared == null) {
            return;
        }
        long before = compared.files().totalBefore(0);
        long grown = compared.grown();
        figure.setText(grown == 0 ? "0 B" : signed(grown));
        words.setText(describe(compared, before, grown));
        ChangeCounts paths = compared.files().counts();
        count(Kind.ADDED, paths.added(), "only right");
        count(Kind.MODIFIED, paths.modified(), "content differs");
        count(Kind.METADATA_ONLY, paths.metadataOnly(), metadataWords(compared));
        count(Kind.DELETED, paths.deleted(), "only left");
        long values = compared.configValues();
        counts.addAfterLine(
                new Label(
                        values == 0
                                ? "same config values"
                                : values == 1
                                        ? "1 config value differs"
                                        : HumanSize.grouped(values) + " config values differ"));
    }

    private void count(Kind kind, int number, String words) {
        Label label = new Label(HumanSize.grouped(number));
        label.getStyleClass().add("mono");
        HBox box = new HBox(6, new Badge(kind), label);
        box.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(box, new Tooltip(HumanSize.grouped(number) + " paths: " + words));
        counts.getChildren().add(box);
    }

    private static String metadataWords(Compared compared) {
        int folders = compared.files().timeOnlyDirectories();
        String words = "only metadata differs";
        return folders == 0
                ? words
                : words + ", of " + HumanSize.grouped(folders) + " a folder's time alone";
    }

    private static String describe(Compared compared, long before, long grown) {
        if (compared.isOneImage()) {
            return "one and the same image";
        }
        if (compared.isSame()) {
            return "nothing differs";
        }
        if (grown == 0) {
            return "both are of one size";
        }
        String word = grown < 0 ? "right is smaller" : "right is larger";
        if (before == 0) {
            return word;
        }
        double percent = 100.0 * Math.abs(grown) / before;
        return word + (percent < 1 ? " by less than 1 %" : " by " + Math.round(percent) + " %");
    }

    private static String signed(long bytes) {
        return (bytes < 0 ? "\u2212" : "+") + HumanSize.spaced(Math.abs(bytes));
    }
}
