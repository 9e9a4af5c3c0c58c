package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.model.tree.ByteString;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * Back and forward through the places of a tab. A place counts once one has stayed there for a
 * moment, or left it on purpose: what an arrow key only passes is no place to come back to. On the
 * JavaFX thread.
 */
final class Travel {
    private static final Duration STAY = Duration.millis(700);

    private final Selection selection;
    private final FilesPane files;
    private final Trail trail = new Trail();
    private final PauseTransition staying = new PauseTransition(STAY);
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper forward = new ReadOnlyBooleanWrapper(false);
    private Runnable onMoved = () -> {};
    private @Nullable ByteString wanted;
    private boolean travelling;

    Travel(Selection selection, FilesPane files) {
        this.selection = selection;
        this.files = files;
        selection.stepProperty().addListener((property, before, now) -> moved());
        selection.scopeProperty().addListener((property, before, now) -> moved());
        files.onSelected(now -> selected(now == null ? null : now.changes().path(now.node())));
        staying.setOnFinished(event -> stay());
    }

    /** Whether there is a place to go back to. */
    ReadOnlyBooleanProperty canGoBack() {
        return back.getReadOnlyProperty();
    }

    /** Whether there is a place one came back from. */
    ReadOnlyBooleanProperty canGoForward() {
        return forward.getReadOnlyProperty();
    }

    /** Sets what is told of every stay at another place. */
    void onMoved(Runnable action) {
        onMoved = action;
    }

    /** The way back, for a button and its keys. */
    Act backAct() {
        return Act.of("Back", MaterialDesignA.ARROW_LEFT, this::goBack).keys("Alt+Left");
    }

    /** The way forward, for a button and its keys. */
    Act forwardAct() {
        return Act.of("Forward", MaterialDesignA.ARROW_RIGHT, this::goForward).keys("Alt+Right");
    }

    /** The buttons at the side of a mouse mean what they mean in a browser. */
    void onSideButton(MouseEvent event) {
        switch (event.getButton()) {
            case BACK -> goBack();
            case FORWARD -> goForward();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Where one is, however short. */
    Place here() {
        FilesPane.FileSelection selected = files.selectedProperty().get();
        ByteString path = selected == null ? wanted : selected.changes().path(selected.node());
        return new Place(selection.step(), selection.scope(), path);
    }

    void goBack() {
        stay();
        go(trail.back());
    }

    void goForward() {
        stay();
        go(trail.forward());
    }

    /** Goes to a place that is no part of the way yet. */
    void go(@Nullable Place place) {
        if (place == null) {
            return;
        }
        travelling = true;
        wanted = place.path();
        selection.scopeProperty().set(place.scope());
        if (place.step() >= 0) {
            selection.stepProperty().set(place.step());
        }
        if (place.path() != null) {
            files.reveal(place.path());
        }
        travelling = false;
        tell();
    }

    /** Another image: the way begins anew. */
    void clear() {
        staying.stop();
        trail.clear();
        tell();
    }

    private void selected(@Nullable ByteString path) {
        if (path != null) {
            moved();
        }
    }

    private void moved() {
        if (!travelling && selection.step() >= 0) {
            wanted = null;
            staying.playFromStart();
        }
    }

    /** The place one is at counts from now on. */
    private void stay() {
        staying.stop();
        if (selection.step() < 0) {
            return;
        }
        Place here = here();
        Place last = trail.here();
        boolean settling = wanted != null || isTreeOnItsWay(here, last);
        if (!settling) {
            trail.visit(here);
        }
        tell();
    }

    /** While a tree is being made no path is selected: the place has not been reached yet. */
    private static boolean isTreeOnItsWay(Place here, @Nullable Place last) {
        return last != null
                && here.path() == null
                && last.path() != null
                && here.step() == last.step()
                && here.scope() == last.scope();
    }

    private void tell() {
        back.set(trail.canGoBack());
        forward.set(trail.canGoForward());
        onMoved.run();
    }
}
