package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.Mirror;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The history of an image as a stack of blocks drawn to scale, with a slider at its left whose
 * thumb is the selected step.
 *
 * <p>Steps are numbered from 0, the lowest. Style class {@code layer-stack}; every colour is a
 * styleable property. The control has one focus stop; screen readers meet it as a list. Under 150
 * px of width it shows numbers and sizes only. All methods belong to the JavaFX application thread.
 * The bundled fonts must be loaded before the first stack is made.
 */
public final class LayerStack extends Region {
    private static final double SNAP_MILLIS = 120;
    private static final double LAYOUT_MILLIS = 200;

    private final List<Step> steps = new ArrayList<>();
    private final Canvas canvas = new Canvas();
    private final Rectangle clip = new Rectangle();
    private final Scroll scroll = new Scroll(this::paint);
    private final Hover hover = new Hover(this);
    private final StackColors colors = new StackColors(this, this::requestLayout);
    private final Pen pen = new Pen(canvas.getGraphicsContext2D(), colors);
    private final Mirror mirror = new Mirror(this::spoken, this::here);
    private final Glide snap = new Glide(this, SNAP_MILLIS, this::paint);
    private final Glide change = new Glide(this, LAYOUT_MILLIS, this::paint);
    private final Picture picture;
    private final Speech speech;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ObjectProperty<Scope> scope =
            new SimpleObjectProperty<>(this, "scope", Scope.UP_TO_HERE);
    private final BooleanProperty even = new SimpleBooleanProperty(this, "even");

    private Consumer<Integer> onLayerOnly = index -> {};
    private StackLayout layout = StackLayout.of(new long[0], 0, false, false);
    private StackLayout before = layout;
    private boolean ghost;
    private boolean revealing;
    private int shown = -1;
    private int came = -1;

    /**
     * An empty stack.
     *
     * @param sizes how to write a number of bytes, with a space before the unit ({@code 92.6 MB});
     *     never null and never returning null
     */
    public LayerStack(LongFunction<String> sizes) {
        picture = new Picture(pen, sizes);
        speech = new Speech(sizes);
        getStyleClass().add("layer-stack");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Layers");
        setFocusTraversable(true);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().setAll(canvas, scroll.bar());
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        selected.subscribe((old, now) -> moved());
        scope.subscribe((old, now) -> moved());
        even.subscribe((old, now) -> rearrange());
        focusedProperty().subscribe(value -> paint());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleYProperty)
                .orElse(1.0)
                .subscribe(scale -> requestLayout());
        Pointer.install(this);
        Keys.install(this);
    }

    /**
     * The index of the selected step: -1 for none, or from 0, the lowest. Do not bind it one way,
     * since the control sets it.
     */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** The index of the selected step, or -1 for none. */
    public int getSelected() {
        return selected.get();
    }

    /** Selects a step by its index; -1 for none. */
    public void setSelected(int index) {
        selected.set(index);
    }

    /**
     * What "here" covers; never null, at first {@link Scope#UP_TO_HERE}. Do not bind it one way,
     * since the control sets it.
     */
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** What "here" covers; never null. */
    public Scope getScope() {
        return scope.get();
    }

    /** Sets what "here" covers; not null. */
    public void setScope(Scope value) {
        scope.set(value);
    }

    /** Whether all layers are drawn alike instead of by size; at first false. */
    public BooleanProperty evenProperty() {
        return even;
    }

    /**
     * Shows or hides the place above all steps where a writable layer would be; hidden at first.
     */
    public void setWritableGhost(boolean value) {
        if (ghost != value) {
            ghost = value;
            requestLayout();
        }
    }

    /**
     * Sets what to do when the user asks to see one layer only, by a double click or Enter. By then
     * the step is selected and the scope is {@link Scope#THIS_LAYER}.
     *
     * @param action given the step's index; not null; replaces the one before
     */
    public void onLayerOnly(Consumer<Integer> action) {
        onLayerOnly = action;
    }

    /** The steps shown, lowest first; a copy. */
    public List<Step> getSteps() {
        return List.copyOf(steps);
    }

    /**
     * Shows other steps. The selection stays where its index still exists, else it goes to the
     * highest step.
     *
     * @param value lowest first; copied
     */
    public void setSteps(List<Step> value) {
        steps.clear();
        steps.addAll(value);
        getChildren().setAll(canvas, scroll.bar());
        getChildren().addAll(1, mirror.resize(steps.size()));
        hover.off();
        snap.end();
        change.end();
        arrange();
        if (selected.get() >= steps.size()) {
            selected.set(steps.size() - 1);
        }
        shown = here();
        came = shown;
        revealing = true;
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
        requestLayout();
    }

    /**
     * Replaces one step, as its layer becomes known. Any number of calls cost one new picture.
     *
     * @param index of the step, from 0
     * @param step what it is now
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public void setStep(int index, Step step) {
        steps.set(index, step);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 312;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        arrange();
        scroll.fit(layout.height(), room(), getWidth(), getHeight());
        if (revealing && here() >= 0 && getHeight() > 0) {
            scroll.reveal(layout.slots().get(here()), room());
            revealing = false;
        }
        Geometry drawn = geometry();
        mirror.place(index -> drawn.box(drawn.layout().slots().get(index)));
        paint();
    }

    private void arrange() {
        long[] sizes = steps.stream().mapToLong(LayerStack::size).toArray();
        layout = StackLayout.of(sizes, room(), even.get(), ghost);
    }

    private static long size(Step step) {
        return step.empty() ? StackLayout.NO_LAYER : Math.max(0, step.size());
    }

    private double room() {
        return Math.max(0, getHeight() - Geometry.TOP - Geometry.BOTTOM);
    }

    private void paint() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        double scale = window == null ? 1 : window.getOutputScaleY();
        pen.begin(scale, getWidth(), getHeight());
        picture.paint(
                new Picture.View(
                        steps,
                        geometry(
                                change.share() < 1
                                        ? before.towards(layout, change.share())
                                        : layout),
                        getHeight(),
                        here(),
                        hover.index(),
                        scope.get(),
                        came,
                        snap.share(),
                        isFocused()));
    }

    private void moved() {
        if (here() != shown) {
            came = shown;
            shown = here();
            snap.begin();
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
        }
        revealing = true;
        requestLayout();
    }

    private void rearrange() {
        before = layout;
        if (before.slots().size() == steps.size()) {
            change.begin();
        }
        revealing = true;
        requestLayout();
    }

    /** The step the thumb stands on: the selected one, or the top one for the whole image. */
    int here() {
        int top = steps.size() - 1;
        return scope.get() == Scope.WHOLE_IMAGE ? top : Math.min(selected.get(), top);
    }

    /** Where everything stands now. */
    Geometry geometry() {
        return geometry(layout);
    }

    private Geometry geometry(StackLayout of) {
        double spare = Math.max(0, room() - of.height());
        return new Geometry(of, getWidth(), Geometry.TOP + spare - scroll.offset());
    }

    /** Makes a step the selected one on the user's behalf. */
    void choose(int index) {
        if (index < 0 || index >= steps.size()) {
            return;
        }
        selected.set(index);
        if (scope.get() == Scope.WHOLE_IMAGE) {
            scope.set(Scope.UP_TO_HERE);
        }
    }

    /** Shows one step only on the user's behalf. */
    void layerOnly(int index) {
        choose(index);
        scope.set(Scope.THIS_LAYER);
        onLayerOnly.accept(index);
    }

    /** Tells what is under the pointer. */
    void hover(double x, double y) {
        int index = geometry().stepAt(x, y);
        boolean other = index < 0 ? hover.off() : hover.over(index, tip(index, x, y));
        if (other) {
            paint();
        }
    }

    private String tip(int index, double x, double y) {
        Step step = steps.get(index);
        Stratum stratum = picture.stratumAt(geometry(), index, step, x, y);
        return stratum == null ? speech.tip(step) : speech.tip(stratum);
    }

    /** Scrolls down by some pixels and returns whether there was anything to scroll. */
    boolean scrollBy(double pixels) {
        return scroll.by(pixels);
    }

    /** What a screen reader says for a step. */
    String spoken(int index) {
        return speech.spoken(steps.get(index), steps);
    }

    /** The colours, for the style sheets' sake. */
    StackColors colors() {
        return colors;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> here() < 0 ? getAccessibleText() : "Layers, " + spoken(here());
            case ITEM_COUNT -> steps.size();
            case ITEM_AT_INDEX -> mirror.item((Integer) parameters[0]);
            case FOCUS_ITEM -> mirror.item(here());
            case SELECTED_ITEMS -> {
                Mirror.Item item = mirror.item(here());
                yield item == null
                        ? FXCollections.observableArrayList()
                        : FXCollections.observableArrayList(item);
            }
            case MULTIPLE_SELECTION -> false;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** The styleable properties of every stack. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return StackColors.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
