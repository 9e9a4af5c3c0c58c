package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.InspectPane;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.StackColumn;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Hiding;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an image tab below its header, laid out: stack, files, details, and the lower panel.
 */
public final class ImageBody extends BorderPane {
    private final LayerStack stack = new LayerStack(HumanSize::spaced);
    private final FilesPane files;
    private final DetailsPane details;
    private final TouchList touches;
    private final HistoryPane history;
    private final InspectPane inspect;
    private final DockerfilePane dockerfile;
    private final FindingsPane findings;
    private final LowerPanel lower = new LowerPanel();
    private final ComparedBar compared = new ComparedBar(stack::endComparison);
    private final StackColumn column = new StackColumn(stack);
    private final FileCommands commands;
    private final FilesAndDetails filesAndDetails;
    private final FilesLine folded = new FilesLine(lower::toggleRaised);
    private final Selection selection;
    private final Label historyCount;
    private final Label findingCount;
    private final BodyActs acts = new BodyActs(this);
    private List<Step> steps = List.of();

    ImageBody(JobScope jobs, Clock clock, Selection selection) {
        this.selection = selection;
        touches = new TouchList(this::selectLayer, this::showMarker, this::showInLayer);
        details = new DetailsPane(jobs, touches, this::reveal, this::selectLayer);
        files = new FilesPane(jobs, selection.scopeProperty());
        history = new HistoryPane(clock, this::selectStep, this::onlyLayer);
        inspect = new InspectPane(jobs, "docker’s JSON to the letter");
        dockerfile = new DockerfilePane(jobs, this::selectStep, this::onlyLayer);
        files.onSelected(details::show);
        filesAndDetails = new FilesAndDetails(files, details);
        commands = new FileCommands(jobs, files, selection, this::selectLayer, this::goToTouches);
        details.head().setOnExtract(chosen -> commands.extractSelected());
        files.onSelected(folded::select);
        stack.selectedProperty().bindBidirectional(selection.stepProperty());
        stack.comparedProperty().bindBidirectional(selection.comparedProperty());
        stack.scopeProperty().bindBidirectional(selection.scopeProperty());
        files.setHeading(compared);
        historyCount = lower.add("History", MaterialDesignH.HISTORY, history);
        lower.add("Inspect", MaterialDesignC.CODE_JSON, inspect);
        lower.add("Dockerfile", MaterialDesignF.FILE_DOCUMENT_OUTLINE, dockerfile);
        findings = new FindingsPane(jobs, this::showPlace);
        findingCount = lower.add("Findings", MaterialDesignS.SHIELD_SEARCH, findings);
        addEventHandler(KeyEvent.KEY_PRESSED, lower::onKey);
        setCenter(column.beside(new LowerDock(filesAndDetails, folded, lower)));
    }

    /** The layer stack. */
    public LayerStack stack() {
        return stack;
    }

    /** Puts the cursor into the search field of the pane in use: of inspect, or of the tree. */
    public void search() {
        boolean raised = lower.sizeProperty().get() == LowerPanel.Size.RAISED;
        if (lower.isShown(inspect) && (raised || inspect.isFocusWithin())) {
            inspect.search();
            return;
        }
        if (raised) {
            lower.toggleRaised();
        }
        files.focusSearch();
    }

    /**
     * Shows or hides a kind of change in the tree: 1 to 4 for added, modified, metadata-only,
     * deleted.
     */
    public void toggleKind(int number) {
        files.toggleKind(number);
    }

    /** What can be done with the selected paths. */
    public FileCommands commands() {
        return commands;
    }

    /** Which columns stand beside names in the tree; changes as a person chooses. */
    public ObjectProperty<ColumnChoice> columnsProperty() {
        return files.columnsProperty();
    }

    private void goToTouches() {
        filesAndDetails.showDetails();
        Focus.into(touches);
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
        selectLayer(layer);
        stack.requestFocus();
    }

    /** Folds the lower panel, or unfolds it. */
    void foldLower() {
        lower.toggle();
    }

    /** Raises the lower panel over the files, or lowers it. */
    void raiseLower() {
        lower.toggleRaised();
    }

    /** Raises one of the lower panes, and gives its rows the keyboard. */
    void showLower(Region pane) {
        lower.select(pane);
        pane.applyCss();
        Node lines = pane.lookup(".list-view");
        Node rows = lines == null ? pane.lookup(".table-view") : lines;
        Focus.into(rows == null ? pane : rows);
    }

    /** The file tree. */
    FilesPane files() {
        return files;
    }

    /** Selects a layer's step, from 0 at the bottom. */
    public void selectLayer(int layer) {
        showOneStep();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).layer() == layer) {
                selection.stepProperty().set(i);
            }
        }
    }

    private void showInLayer(int layer, ByteString path) {
        setScope(Scope.THIS_LAYER);
        selectLayer(layer);
        files.reveal(path);
    }

    private void reveal(ByteString path) {
        files.reveal(path);
    }

    /** Shows what hides a path: its layer alone, and there the path that is removed or replaced. */
    private void showMarker(int layer, Hiding hiding, ByteString path) {
        setScope(Scope.THIS_LAYER);
        selectLayer(layer);
        files.reveal(hiding.at().isEmpty() ? path : hiding.at());
    }

    /** Goes so many layers up, or down when negative; of the whole image, from the topmost. */
    public void moveLayer(int by) {
        boolean whole = selection.scope() == Scope.WHOLE_IMAGE;
        int from = whole ? Steps.topmost(steps) : selection.step();
        if (whole) {
            setScope(Scope.UP_TO_HERE);
        }
        for (int i = from + by; i >= 0 && i < steps.size(); i += by) {
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

    DockerfilePane dockerfile() {
        return dockerfile;
    }

    /** What the files fold to. */
    FilesLine folded() {
        return folded;
    }

    FindingsPane findings() {
        return findings;
    }

    /** Raises the history. */
    void showHistory() {
        lower.select(history);
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
        tellSizes();
        historyCount.setText(historyLength == 0 ? "" : String.valueOf(historyLength));
    }

    /** Shows the same steps with a writable layer on top, or without. */
    void showTop(List<Step> shown) {
        boolean same = steps.size() == shown.size();
        steps = List.copyOf(shown);
        if (same) {
            stack.setStep(shown.size() - 1, shown.getLast());
        } else {
            stack.setSteps(shown);
        }
        Step top = shown.getLast();
        files.setWritable(top.state().isWritable() ? top.layer() : -1);
    }

    /** Puts the choice of a container above the stack; null for none. */
    void offerTops(@Nullable Node chooser) {
        column.setTool(chooser);
    }

    /** Shows more of a step, from 0 at the bottom. */
    void showStep(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        steps = List.copyOf(changed);
        stack.setStep(index, step);
        tellSizes();
    }

    /** While a size is that of the compressed blob, the head says so. */
    private void tellSizes() {
        boolean compressed = steps.stream().anyMatch(Step::compressedSize);
        column.setHint(compressed ? "compressed sizes" : "tar sizes");
    }

    /** Tells above the tree what is compared, if anything is. */
    void compares(TreeRequest request) {
        compared.show(request);
    }

    void here(int step, int layer) {
        history.select(step, layer);
        dockerfile.select(step);
    }

    /** The whole image and a comparison have no one step that could be selected. */
    private void showOneStep() {
        Scope scope = selection.scope();
        if (scope == Scope.WHOLE_IMAGE || scope == Scope.COMPARED_WITH) {
            setScope(Scope.UP_TO_HERE);
        }
    }

    private void selectStep(int step) {
        showOneStep();
        selection.stepProperty().set(step);
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
}
