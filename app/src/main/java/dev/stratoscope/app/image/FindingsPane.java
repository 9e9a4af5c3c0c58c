package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Finding;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is wrong or odd about an image, the worst first. A double click or Enter on a row goes to
 * where it is. Filled once every layer was read.
 */
final class FindingsPane extends TableView<Finding> {
    private final JobScope jobs;
    private final Consumer<FindingPlace> chosen;
    private List<LayerFacts> layers = List.of();
    private Consumer<FindingTally> listener = tally -> {};

    /**
     * A pane that knows of nothing yet.
     *
     * @param chosen told where the finding is that a person wants to see
     */
    FindingsPane(JobScope jobs, Consumer<FindingPlace> chosen) {
        this.jobs = jobs;
        this.chosen = chosen;
        getStyleClass().add("findings-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setAccessibleText("Findings");
        TableColumn<Finding, Finding> severity =
                column("Severity", 104, FindingCells.Severity::new);
        TableColumn<Finding, Finding> layer =
                column(
                        "Layer",
                        62,
                        () -> new FindingCells.Chip(finding -> FindingPlace.of(finding, layers)));
        TableColumn<Finding, Finding> subject =
                column("About", 220, () -> new FindingCells.Text(FindingsPane::about));
        TableColumn<Finding, Finding> message =
                column("What", 0, () -> new FindingCells.Text(FindingsPane::what));
        getColumns().setAll(List.of(severity, layer, subject, message));
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                        activate();
                    }
                });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        activate();
                        event.consume();
                    }
                });
        reset();
    }

    /** Who is told how many findings there are, whenever that changes. */
    void onTally(Consumer<FindingTally> told) {
        listener = told;
    }

    /** Forgets what was found: another image, or another try, is on its way. */
    void reset() {
        layers = List.of();
        getItems().clear();
        say(null, "Not known yet", "Findings are shown once every layer was read.");
        listener.accept(FindingTally.NONE);
    }

    /**
     * Looks for findings.
     *
     * @param read the layers that could be read, from the bottom up to the first that could not
     */
    void check(OpenImage image, List<LayerFacts> read) {
        layers = read;
        jobs.start(
                Brief.quiet("Checking " + image.image().id().shortHex()),
                image::verify,
                findings -> show(image, findings),
                failure -> {
                    if (!(failure instanceof CancellationException)) {
                        say(
                                MaterialDesignA.ALERT_OUTLINE,
                                "The check could not be done",
                                Problems.of("", failure).reason());
                    }
                });
    }

    private void show(OpenImage image, List<Finding> findings) {
        Comparator<Finding> worstFirst = Comparator.comparing(Finding::severity).reversed();
        getItems().setAll(findings.stream().sorted(worstFirst).toList());
        listener.accept(FindingTally.of(findings));
        if (findings.isEmpty()) {
            long entries = layers.stream().mapToLong(layer -> layer.entries()).sum();
            say(
                    MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                    "No findings",
                    String.format(
                            "Digests, diffIDs, sizes, names, links and history were checked:"
                                    + " %d layer%s, %,d entries.",
                            image.layerCount(), image.layerCount() == 1 ? "" : "s", entries));
        }
    }

    private void say(@Nullable Ikon ikon, String words, String why) {
        Label title = new Label(words);
        title.getStyleClass().add("title");
        Label reason = new Label(why);
        reason.getStyleClass().add("reason");
        VBox box = new VBox(title, reason);
        if (ikon != null) {
            FontIcon icon = Icons.of(ikon);
            if (ikon == MaterialDesignC.CHECK_CIRCLE_OUTLINE) {
                icon.getStyleClass().add("good");
            }
            box.getChildren().addFirst(icon);
        }
        box.getStyleClass().add("empty-state");
        setPlaceholder(box);
    }

    private void activate() {
        Finding finding = getSelectionModel().getSelectedItem();
        FindingPlace place = finding == null ? null : FindingPlace.of(finding, layers);
        if (place != null) {
            chosen.accept(place);
        }
    }

    /** A path, a document, or of a whole layer, which has a column of its own, the kind. */
    private static String about(Finding finding) {
        String path = finding.path();
        if (path != null) {
            return path;
        }
        return finding.layer() < 0 ? finding.subject() : finding.code().word().replace('-', ' ');
    }

    /** The message without the path it begins with, which stands beside it. */
    private static String what(Finding finding) {
        String beginning = finding.path() + " ";
        return finding.message().startsWith(beginning)
                ? finding.message().substring(beginning.length())
                : finding.message();
    }

    private static TableColumn<Finding, Finding> column(
            String title, double width, Supplier<TableCell<Finding, Finding>> cell) {
        TableColumn<Finding, Finding> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        if (width > 0) {
            column.setPrefWidth(width);
            column.setMinWidth(width / 2);
            column.setMaxWidth(width * 2);
        } else {
            column.setPrefWidth(560);
        }
        return column;
    }
}
