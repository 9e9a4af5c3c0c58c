package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an image tab below its header, laid out: stack, files, details, and the lower panel.
 */
public final class ImageBody extends BorderPane {
    private static final double STACK_WIDTH = 312;

    private final LayerStack stack = new LayerStack(HumanSize::spaced);
    private final FilesPane files;
    private final DetailsPane details;
    private final TouchList touches;
    private final HistoryPane history;
    private final InspectPane inspect = new InspectPane();
    private final FindingsPane findings;
    private final LowerPanel lower = new LowerPanel();
    private final Selection selection;
    private final Label historyCount;
    private final Label findingCount;
    private final BodyActs acts = new BodyActs(this);
    private List<Step> steps = List.of();

    /** How the heights of the stack are chosen. */
    private enum Heights {
        BY_SIZE,
        EVEN
    }

    ImageBody(JobScope jobs, Clock clock, Selection selection) {
        this.selection = selection;
        touches = new TouchList(this::selectLayer, this::showMarker);
        details = new DetailsPane(jobs, touches);
        files = new FilesPane(jobs, selection.scopeProperty());
        history = new HistoryPane(clock, step -> selection.stepProperty().set(step));
        files.onSelected(details::show);
        stack.selectedProperty().bindBidirectional(selection.stepProperty());
        stack.scopeProperty().bindBidirectional(selection.scopeProperty());
        historyCount = lower.add("History", MaterialDesignH.HISTORY, history);
        lower.add("Inspect", MaterialDesignC.CODE_JSON, inspect);
        findings = new FindingsPane(jobs, this::showPlace);
        findingCount = lower.add("Findings", MaterialDesignS.SHIELD_SEARCH, findings);
        setCenter(layOut());
    }

    /** The layer stack. */
    public LayerStack stack() {
        return stack;
    }

    /** Puts the cursor into the search field of the tree. */
    public void search() {
        files.focusSearch();
    }

    /**
     * Shows or hides a kind of change in the tree: 1 to 4 for added, modified, metadata-only,
     * deleted.
     */
    public void toggleKind(int number) {
        files.toggleKind(number);
    }

    /** What can be done here, for the palette and the keys. */
    List<Act> acts() {
        return acts.all();
    }

    /** The ways to each layer, the topmost first. */
    List<Act> layerActs() {
        return acts.layers(steps);
    }

    /** The parts that the keys go round, in order. */
    List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(stack, files.getTop(), files.getCenter()));
        if (details.getScene() != null) {
            panes.add(details);
        }
        panes.add(lower);
        return panes;
    }

    /** Selects a layer, and gives the stack the keyboard. */
    void goToLayer(int layer) {
        if (selection.scope() == Scope.WHOLE_IMAGE) {
            setScope(Scope.UP_TO_HERE);
        }
        selectLayer(layer);
        stack.requestFocus();
    }

    /** Raises one of the lower panes. */
    void showLower(Node pane) {
        lower.select(pane);
    }

    /** The file tree. */
    FilesPane files() {
        return files;
    }

    /** Selects a layer's step, from 0 at the bottom. */
    public void selectLayer(int layer) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).layer() == layer) {
                selection.stepProperty().set(i);
            }
        }
    }

    /** Shows what hides a path: its layer alone, and there the path that is removed or replaced. */
    private void showMarker(int layer, Hiding hiding, ByteString path) {
        setScope(Scope.THIS_LAYER);
        selectLayer(layer);
        files.reveal(hiding.at().isEmpty() ? path : hiding.at());
    }

    /** Goes so many layers up, or down when negative. */
    public void moveLayer(int by) {
        for (int i = selection.step() + by; i >= 0 && i < steps.size(); i += by) {
            if (steps.get(i).layer() >= 0) {
                selection.stepProperty().set(i);
                return;
            }
        }
    }

    /** Sets what is covered from the selected step. */
    public void setScope(Scope scope) {
        selection.scopeProperty().set(scope);
    }

    DetailsPane details() {
        return details;
    }

    TouchList touches() {
        return touches;
    }

    HistoryPane history() {
        return history;
    }

    InspectPane inspect() {
        return inspect;
    }

    FindingsPane findings() {
        return findings;
    }

    /** Raises the findings. */
    void showFindings() {
        lower.select(findings);
    }

    /** Puts their number and colour on the head of the findings' tab. */
    void tally(FindingTally tally) {
        findingCount.setText(tally.count() == 0 ? "" : String.valueOf(findings.getItems().size()));
        findingCount.getStyleClass().setAll("label", "count-pill", tally.style());
    }

    private void showPlace(FindingPlace place) {
        setScope(Scope.THIS_LAYER);
        selectLayer(place.layer());
        ByteString path = place.path();
        if (path != null) {
            files.reveal(path);
        }
    }

    void showSteps(List<Step> shown, int historyLength) {
        steps = shown;
        stack.setSteps(shown);
        historyCount.setText(historyLength == 0 ? "" : String.valueOf(historyLength));
    }

    void here(int step, int layer) {
        history.select(step, layer);
    }

    void onlyLayer(int step) {
        selection.stepProperty().set(step);
        selection.scopeProperty().set(Scope.THIS_LAYER);
    }

    /** What stands in the body's place while the documents are read. */
    Node waiting(String title) {
        Label words = new Label("Opening " + title + "…");
        words.getStyleClass().add("reason");
        VBox box = new VBox(words);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private Node layOut() {
        ObjectProperty<Heights> heights = new SimpleObjectProperty<>(Heights.BY_SIZE);
        heights.addListener(
                (property, before, now) -> stack.evenProperty().set(now == Heights.EVEN));
        Segments<Heights> switches = new Segments<>(heights);
        switches.getStyleClass().add("small");
        switches.add(Heights.BY_SIZE, "By size");
        switches.add(Heights.EVEN, "Even");
        switches.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label("Layers");
        title.getStyleClass().add("title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = new Label("tar sizes");
        hint.getStyleClass().add("hint");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, hint, spacer, switches);
        head.getStyleClass().add("pane-title");
        BorderPane stackPane = new BorderPane(stack);
        stackPane.setTop(head);
        stackPane.getStyleClass().add("pane");
        stackPane.setMinWidth(240);
        stackPane.setPrefWidth(STACK_WIDTH);

        SplitPane right = new SplitPane(new FilesAndDetails(files, details));
        right.setOrientation(Orientation.VERTICAL);
        BorderPane rightSide = new BorderPane(right);
        rightSide.setBottom(lower);
        lower.unfoldedProperty()
                .addListener((property, before, unfolded) -> unfold(rightSide, right, unfolded));
        SplitPane all = new SplitPane(stackPane, rightSide);
        SplitPane.setResizableWithParent(stackPane, false);
        FixedDivider.left(all, STACK_WIDTH);
        return all;
    }

    /** Folded, the panel is a strip below the split; unfolded, it is the split's lower part. */
    private void unfold(BorderPane side, SplitPane split, boolean unfolded) {
        if (unfolded && !split.getItems().contains(lower)) {
            side.setBottom(null);
            split.getItems().add(lower);
            split.setDividerPositions(0.52);
        } else if (!unfolded) {
            split.getItems().remove(lower);
            side.setBottom(lower);
        }
    }
}
