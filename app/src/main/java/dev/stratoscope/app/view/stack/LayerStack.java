package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.Mirror;
import dev.stratoscope.app.view.canvas.Drawing;
import dev.stratoscope.app.view.canvas.Glide;
import dev.stratoscope.app.view.canvas.InkSheet;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * The history of an image as a stack of blocks drawn to scale, with a slider at its left whose
 * thumb is the selected step.
 *
 * <p>Steps are numbered from 0, the lowest. A comparison has a second, hollow thumb. Style class
 * {@code layer-stack}; every colour is a styleable property. The control has one focus stop; screen
 * readers meet it as a list. Under 150 px of width it shows numbers and sizes only. All methods
 * belong to the JavaFX application thread. The bundled fonts must be loaded before the first stack
 * is made.
 */
public final class LayerStack extends Drawing {
    private static final InkSheet INKS = new InkSheet(StackInk.values());
    private static final double SNAP_MILLIS = 120;
    private static final double LAYOUT_MILLIS = 200;

    private final List<Step> steps = new ArrayList<>();
    private final Scroll scroll = new Scroll(this::paint);
    private final Mirror mirror;
    private final Glide snap = new Glide(this, SNAP_MILLIS, this::glide);
    private final Glide change = new Glide(this, LAYOUT_MILLIS, this::paint);
    private final Travel travel = new Travel(this);
    private final Picture picture;
    private final Tips tips;

    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final IntegerProperty compared = new SimpleIntegerProperty(this, "compared", -1);
    private final ObjectProperty<Scope> scope =
            new SimpleObjectProperty<>(this, "scope", Scope.UP_TO_HERE);
    private final BooleanProperty even = new SimpleBooleanProperty(this, "even");

    private Consumer<Integer> onLayerOnly = index -> {};
    private IntFunction<@Nullable ContextMenu> menus = index -> null;
    private StackLayout layout = StackLayout.of(new long[0], 0, false);
    private StackLayout before = layout;
    private int revealing = -1;
    private int shown = -1;
    private int came = -1;

    /**
     * An empty stack.
     *
     * @param sizes how to write a number of bytes, with a space before the unit ({@code 92.6 MB});
     *     never null and never returning null
     */
    public LayerStack(LongFunction<String> sizes) {
        super(INKS);
        picture = new Picture(pen(), sizes);
        tips = new Tips(this, picture, sizes);
        mirror = new Mirror(tips::spoken, this::here);
        getStyleClass().add("layer-stack");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Layers");
        setOverlay(List.of(scroll.bar()));
        selected.subscribe((old, now) -> moved(here()));
        compared.subscribe((old, now) -> moved(other()));
        scope.subscribe(
                (old, now) -> {
                    travel.scopeChanged(old, now);
                    moved(here());
                });
        even.subscribe((old, now) -> rearrange());
        focusedProperty().subscribe(value -> paint());
        Pointer.install(this, travel);
        Wheel.install(this, travel);
        Keys.install(this, travel, tips);
        StepMenu.install(this);
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
     * The index of the step that the selected one is compared with: -1 for none, or from 0, the
     * lowest. It counts in {@link Scope#COMPARED_WITH} only, and is kept while that is left. Do not
     * bind it one way, since the control sets it.
     */
    public IntegerProperty comparedProperty() {
        return compared;
    }

    /** The index of the step that the selected one is compared with, or -1 for none. */
    public int getCompared() {
        return compared.get();
    }

    /** Sets the step that the selected one is compared with; -1 for none. */
    public void setCompared(int index) {
        compared.set(index);
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

    /** Ends a comparison, and covers again what was covered before; nothing where there is none. */
    public void endComparison() {
        travel.leave();
    }

    /** Whether all layers are drawn alike instead of by size; at first false. */
    public BooleanProperty evenProperty() {
        return even;
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

    /**
     * Sets the menu of a step, for a right click on it and for the menu key.
     *
     * @param menu makes it, given the step's index; null for none
     */
    public void setMenu(IntFunction<@Nullable ContextMenu> menu) {
        menus = menu;
    }

    /** The menu of a step; null while there are none. */
    @Nullable ContextMenu menu(int index) {
        return menus.apply(index);
    }

    /**
     * Sets what to drag out of the window when a step's block is dragged. Dropped on another block
     * it compares the two.
     *
     * @param file the file, which may still be being written, given the step's index; null refuses
     * @param refused told the index of a step that was dropped elsewhere but has no file
     */
    public void setDrag(IntFunction<@Nullable Path> file, IntConsumer refused) {
        BlockDrag.install(this, travel, file, refused);
    }

    /**
     * Shows above the steps that there is no writable layer, or does not any more.
     *
     * @param run what a click there and the key R do; null takes the place away
     */
    public void setGhost(@Nullable Runnable run) {
        travel.setGhost(run);
        setSteps(getSteps());
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
        List<Node> overlay =
                new ArrayList<>(mirror.resize(steps.size() + (travel.hasGhost() ? 1 : 0)));
        overlay.add(scroll.bar());
        setOverlay(overlay);
        tips.clear();
        snap.end();
        change.end();
        arrange();
        if (selected.get() >= steps.size()) {
            selected.set(steps.size() - 1);
        }
        if (compared.get() >= steps.size()) {
            compared.set(-1);
        }
        shown = here();
        came = shown;
        revealing = shown;
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
        fitCanvas();
        arrange();
        scroll.fit(layout.height(), room(), getWidth(), getHeight());
        if (revealing >= 0 && revealing < steps.size() && getHeight() > 0) {
            scroll.reveal(layout.slots().get(revealing), room());
            revealing = -1;
        }
        Geometry drawn = geometry();
        mirror.place(index -> drawn.box(drawn.layout().slots().get(index)));
        paint();
    }

    private void arrange() {
        long[] sizes = StackLayout.sizes(steps, travel.hasGhost());
        layout = StackLayout.of(sizes, room(), even.get());
    }

    /** The height that steps are seen through. */
    double room() {
        return Math.max(0, getHeight() - Geometry.TOP - Geometry.BOTTOM);
    }

    @Override
    protected void draw() {
        StackLayout now = change.share() < 1 ? before.towards(layout, change.share()) : layout;
        picture.paint(
                new Picture.View(
                        List.copyOf(steps),
                        geometry(now),
                        getHeight(),
                        here(),
                        other(),
                        tips.hovered(),
                        scope.get(),
                        came,
                        snap.share(),
                        isFocused()));
    }

    private void glide() {
        picture.glide(snap.share());
    }

    private void moved(int to) {
        tips.moved();
        if (here() != shown) {
            came = shown;
            shown = here();
            snap.begin();
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        revealing = to;
        requestLayout();
    }

    private void rearrange() {
        before = layout;
        if (before.slots().size() == layout.slots().size()) {
            change.begin();
        }
        revealing = here();
        requestLayout();
    }

    /** The step the thumb stands on: the selected one, or the image's top one for all of it. */
    int here() {
        return scope.get() == Scope.WHOLE_IMAGE
                ? Travel.topOfImage(steps)
                : Math.min(selected.get(), steps.size() - 1);
    }

    /** The step the second thumb stands on; -1 while nothing is compared. */
    int other() {
        boolean compares = scope.get() == Scope.COMPARED_WITH;
        return compares && compared.get() < steps.size() ? compared.get() : -1;
    }

    /** Where everything stands now. */
    Geometry geometry() {
        return geometry(layout);
    }

    private Geometry geometry(StackLayout of) {
        double spare = Math.max(0, room() - of.height());
        return new Geometry(of, steps.size(), getWidth(), Geometry.TOP + spare - scroll.offset());
    }

    /** Tells who waits for it that one layer is to be shown. */
    void tellLayerOnly(int index) {
        onLayerOnly.accept(index);
    }

    /** The pointer is at a place, or nowhere when that is outside. */
    void hover(double x, double y) {
        if (tips.point(x, y)) {
            paint();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> tips.spokenHere();
            case HELP -> Keys.HELP;
            default -> {
                Object answer = mirror.answer(attribute, parameters);
                yield answer == null
                        ? super.queryAccessibleAttribute(attribute, parameters)
                        : answer;
            }
        };
    }

    /** The styleable properties of every stack. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return INKS.metaData();
    }
}
