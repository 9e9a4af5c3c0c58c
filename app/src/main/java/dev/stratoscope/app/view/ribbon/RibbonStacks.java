package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.Mirror;
import dev.stratoscope.app.view.canvas.Drawing;
import dev.stratoscope.app.view.canvas.Glide;
import dev.stratoscope.app.view.canvas.Hover;
import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.canvas.InkSheet;
import dev.stratoscope.app.view.stack.Scroll;
import dev.stratoscope.app.view.stack.StackInk;
import dev.stratoscope.app.view.stack.StackLayout.Slot;
import dev.stratoscope.app.view.stack.Step;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two layer stacks on one scale, joined by ribbons that say what became of each step.
 *
 * <p>Style class {@code ribbon-stacks}; every colour is a styleable property. The control has one
 * focus stop; screen readers meet it as a list of the ribbons. Under 300 px of width the blocks
 * show numbers and sizes only. All methods belong to the JavaFX application thread. The bundled
 * fonts must be loaded before the first is made.
 */
public final class RibbonStacks extends Drawing {
    private static final InkSheet INKS =
            new InkSheet(
                    Stream.of(StackInk.values(), RibbonInk.values())
                            .flatMap(Stream::of)
                            .toArray(Ink[]::new));
    private static final double LAYOUT_MILLIS = 200;

    private final ObjectProperty<@Nullable Ribbon> selected =
            new SimpleObjectProperty<>(this, "selected");
    private final Scroll scroll = new Scroll(this::moved);
    private final Glide change = new Glide(this, LAYOUT_MILLIS, this::paint);
    private final RibbonPicture picture = new RibbonPicture(pen());
    private final Hover hover = new Hover(this);
    private final Mirror mirror = new Mirror(this::spoken, this::cursor);
    private Braid braid = Braid.EMPTY;
    private TwinLayout layout = TwinLayout.EMPTY;
    private TwinLayout before = layout;
    private boolean byKey;
    private int cursor = -1;
    private int revealing = -1;

    /** Without steps. */
    public RibbonStacks() {
        super(INKS);
        getStyleClass().add("ribbon-stacks");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Layers aligned");
        setOverlay(List.of(scroll.bar()));
        selected.subscribe(value -> chosen());
        focusVisibleProperty().subscribe(value -> ringed(value));
        focusedProperty().subscribe(value -> paint());
        RibbonPointer.install(this);
        RibbonKeys.install(this);
    }

    /**
     * The ribbon that the files are limited to; null for all. Do not bind it one way, since the
     * control sets it.
     */
    public ObjectProperty<@Nullable Ribbon> selectedProperty() {
        return selected;
    }

    /**
     * Shows two stacks. The same ribbon, by its pair, stays selected.
     *
     * @param left the old side's steps, the oldest first
     * @param right the new side's steps, the oldest first
     * @param ribbons every step of both once, from the bottom up, as an alignment has them
     */
    public void show(List<Step> left, List<Step> right, List<Ribbon> ribbons) {
        braid = new Braid(left, right, ribbons);
        List<Node> overlay = new ArrayList<>(mirror.resize(ribbons.size()));
        overlay.add(scroll.bar());
        setOverlay(overlay);
        hover.off();
        hover.unpin();
        TwinLayout was = layout;
        arrange();
        if (layout.isLike(was) && !layout.equals(was)) {
            before = was;
            change.begin();
        } else {
            change.end();
        }
        cursor = Math.min(cursor, ribbons.size() - 1);
        int stays = braid.find(selected.get());
        selected.set(stays < 0 ? null : braid.ribbons().get(stays));
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 450;
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
        if (revealing >= 0 && getHeight() > 0) {
            Rectangle2D box = geometry(layout).bounds(revealing);
            double y = box.getMinY() - geometry(layout).shift();
            scroll.reveal(new Slot(y, box.getHeight()), room());
            revealing = -1;
        }
        moved();
    }

    private void arrange() {
        layout = TwinLayout.of(braid, room());
    }

    private void moved() {
        TwinGeometry drawn = geometry();
        mirror.place(drawn::bounds);
        paint();
    }

    @Override
    protected void draw() {
        TwinLayout now = change.share() < 1 ? before.towards(layout, change.share()) : layout;
        picture.paint(
                new RibbonPicture.View(
                        geometry(now),
                        getHeight(),
                        braid.find(selected.get()),
                        hover.index(),
                        isRinged() ? cursor : -1));
    }

    /** A person who clicked and then goes on by key needs to see where, too. */
    private boolean isRinged() {
        return isFocusVisible() || (byKey && isFocused());
    }

    private double room() {
        return Math.max(0, getHeight() - TwinGeometry.TOP - TwinGeometry.BOTTOM);
    }

    /** Where everything stands now. */
    TwinGeometry geometry() {
        return geometry(layout);
    }

    private TwinGeometry geometry(TwinLayout of) {
        double spare = Math.max(0, room() - of.height());
        return new TwinGeometry(braid, of, getWidth(), TwinGeometry.TOP + spare - scroll.offset());
    }

    /** The ribbon that the keyboard is at; -1 for none. */
    int cursor() {
        return cursor;
    }

    /** The ribbon at a point, by itself or by one of its steps; -1 for none. */
    int ribbonAt(double x, double y) {
        TwinGeometry now = geometry();
        Flank flank = now.flankAt(x);
        if (flank != null) {
            int step = now.layout().stack(flank).at(y - now.shift());
            return step < 0 ? -1 : braid.owner(flank, step);
        }
        int chosen = braid.find(selected.get());
        for (Strand strand : Strand.of(now, getHeight(), chosen).reversed()) {
            if (strand.isAt(x, y)) {
                return strand.ribbon();
            }
        }
        return -1;
    }

    /** Selects a ribbon on the user's behalf, or none if it is selected. */
    void choose(int ribbon) {
        if (ribbon >= 0) {
            cursor = ribbon;
            hover.unpin();
            boolean again = braid.find(selected.get()) == ribbon;
            selected.set(again ? null : braid.ribbons().get(ribbon));
        }
    }

    /** Selects nothing on the user's behalf; returns whether anything was. */
    boolean clear() {
        boolean any = selected.get() != null;
        selected.set(null);
        return any;
    }

    /** Brings the keyboard to a ribbon, or to the nearest one. */
    void moveTo(int ribbon) {
        int last = braid.ribbons().size() - 1;
        byKey = true;
        cursor = last < 0 ? -1 : Math.clamp(ribbon, 0, last);
        revealing = cursor;
        hover.unpin();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    /** Brings the keyboard up by half a screenful, or down. */
    void page(int direction) {
        TwinGeometry now = geometry();
        int there = cursor;
        double from = there < 0 ? 0 : now.bounds(there).getMaxY();
        while (there >= 0
                && there < braid.ribbons().size()
                && Math.abs(now.bounds(there).getMaxY() - from) < room() / 2) {
            there += direction;
        }
        moveTo(there);
    }

    /** Shows beside its blocks what the pointer would learn at the keyboard's ribbon. */
    void explain() {
        if (cursor >= 0) {
            double y = geometry().bounds(cursor).getMinY();
            hover.pin(RibbonWords.tip(braid, cursor), getWidth() + 4, Math.max(0, y));
        }
    }

    /** The pointer takes over from the keyboard. */
    void grab() {
        byKey = false;
        requestFocus();
        paint();
    }

    /** The pointer is at a place, or nowhere when that is outside. */
    void hover(double x, double y) {
        int ribbon = ribbonAt(x, y);
        boolean other =
                ribbon < 0 ? hover.off() : hover.over(ribbon, RibbonWords.tip(braid, ribbon));
        if (other) {
            paint();
        }
    }

    /** Scrolls on the user's behalf; returns whether there is anything to scroll. */
    boolean scrollBy(double pixels) {
        return scroll.by(pixels);
    }

    private void chosen() {
        int ribbon = braid.find(selected.get());
        if (ribbon >= 0) {
            cursor = ribbon;
            revealing = ribbon;
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private void ringed(boolean visible) {
        if (visible && cursor < 0) {
            moveTo(Integer.MAX_VALUE);
        }
        paint();
    }

    private String spoken(int ribbon) {
        boolean chosen = braid.find(selected.get()) == ribbon;
        return RibbonWords.spoken(braid, ribbon) + (chosen ? ", selected" : "");
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> cursor < 0 ? getAccessibleText() : "Layers aligned, " + spoken(cursor);
            case HELP -> RibbonKeys.HELP;
            default -> {
                Object answer = mirror.answer(attribute, parameters);
                yield answer == null
                        ? super.queryAccessibleAttribute(attribute, parameters)
                        : answer;
            }
        };
    }

    /** The styleable properties of every pair of stacks. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return INKS.metaData();
    }
}
