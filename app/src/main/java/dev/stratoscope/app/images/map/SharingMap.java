package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.Mirror;
import dev.stratoscope.app.view.canvas.Drawing;
import dev.stratoscope.app.view.canvas.Hover;
import dev.stratoscope.app.view.canvas.InkSheet;
import dev.stratoscope.model.image.KeptImage;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The images of a store and the layers they share: a row an image, a column a layer as wide as it
 * is large. A filled block is stored once for all its images, a hollow one is of its image alone.
 *
 * <p>Style class {@code sharing-map}; every colour is a styleable property. The control has one
 * focus stop: up and down go through the images, left and right through the layers. Screen readers
 * meet a list of the layers. All methods belong to the JavaFX application thread.
 */
public final class SharingMap extends Drawing {
    private static final double MOST_NAMES = 220;
    private static final double NAMES_SHARE = 0.3;

    private static final InkSheet INKS = new InkSheet(MapInk.values());

    private final MapScroll scroll = new MapScroll(this::paint);
    private final MapPainter painter = new MapPainter(pen());
    private final Mirror mirror = new Mirror(this::spoken, this::lit);
    private final Hover hover = new Hover(this);
    private final ObjectProperty<@Nullable KeptImage> selected =
            new SimpleObjectProperty<>(this, "selected");
    private Consumer<KeptImage> onOpen = image -> {};
    private List<MapRow> rows = List.of();
    private MapLayout layout = MapLayout.EMPTY;
    private int lit = -1;

    /** A map without images. */
    public SharingMap() {
        super(INKS);
        getStyleClass().add("sharing-map");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Sharing map");
        setOverlay(scroll.bars());
        selected.subscribe(
                (before, now) -> {
                    reveal();
                    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                    requestLayout();
                });
        focusedProperty().subscribe(value -> left(value));
        MapPointer.install(this);
        MapKeys.install(this);
    }

    /** The selected image; null for none. Do not bind it one way, since the control sets it. */
    public ObjectProperty<@Nullable KeptImage> selectedProperty() {
        return selected;
    }

    /** Sets what to do when a person asks to see an image, by a double click or Enter. */
    public void setOnOpen(Consumer<KeptImage> action) {
        onOpen = action;
    }

    /** Shows other images, from the top. */
    public void show(List<MapRow> images) {
        rows = List.copyOf(images);
        light(-1, false);
        arrange();
        List<Node> overlay = new ArrayList<>(mirror.resize(layout.columns().size()));
        overlay.addAll(scroll.bars());
        setOverlay(overlay);
        notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return MapGeometry.HEAD + MapGeometry.ROW;
    }

    @Override
    protected double computePrefHeight(double width) {
        return MapGeometry.HEAD + rows.size() * MapGeometry.ROW + MapGeometry.PADDING;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 240;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 960;
    }

    @Override
    protected void layoutChildren() {
        fitCanvas();
        arrange();
        MapGeometry drawn = geometry();
        mirror.place(index -> drawn.uppermost(index));
        paint();
    }

    /** Rows that do not fit take the width of a bar from the columns. */
    private void arrange() {
        double high = layoutHeight();
        boolean tall = high > getHeight() - MapGeometry.HEAD;
        double room = getWidth() - names() - MapGeometry.PADDING - (tall ? MapScroll.WIDTH : 0);
        layout = MapLayout.of(rows, Math.max(0, room));
        scroll.fit(getWidth(), getHeight(), names(), layout.width(), high);
    }

    private double layoutHeight() {
        return rows.size() * MapGeometry.ROW + MapGeometry.PADDING / 2;
    }

    private double names() {
        double widest = 0;
        for (MapRow row : rows) {
            widest = Math.max(widest, pen().width(row.label(), MapFace.STRONG));
        }
        double most = Math.min(MOST_NAMES, getWidth() * NAMES_SHARE);
        return Math.min(most, widest) + 2 * MapGeometry.PADDING + 8;
    }

    @Override
    protected void draw() {
        painter.paint(new MapView(geometry(), getWidth(), getHeight(), here(), lit));
    }

    /** Where everything stands now. */
    MapGeometry geometry() {
        return new MapGeometry(layout, names(), scroll.left(), scroll.top());
    }

    /** The number of the selected row; -1 for none. */
    int here() {
        KeptImage image = selected.get();
        for (int i = 0; i < rows.size(); i++) {
            if (image != null && rows.get(i).image().manifest().equals(image.manifest())) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the column whose images are lit; -1 for none. */
    int lit() {
        return lit;
    }

    /** Selects a row on the user's behalf. */
    void choose(int row) {
        if (row >= 0 && row < rows.size()) {
            selected.set(rows.get(row).image());
        }
    }

    /** Shows the selected image on the user's behalf. */
    void openHere() {
        KeptImage image = selected.get();
        if (image != null && here() >= 0) {
            onOpen.accept(image);
        }
    }

    /**
     * Lights the images of a column.
     *
     * @param column -1 for none
     * @param byPointer whether the pointer is there, so that a tooltip tells of it
     */
    void light(int column, boolean byPointer) {
        if (byPointer && column >= 0) {
            hover.over(column, MapWords.tip(layout, layout.columns().get(column)));
        } else {
            hover.off();
        }
        if (column != lit) {
            lit = column;
            if (column >= 0 && !byPointer) {
                scroll.revealColumn(layout.columns().get(column), getWidth() - names());
            }
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            paint();
        }
    }

    private void left(boolean focused) {
        if (!focused) {
            light(-1, false);
        }
        paint();
    }

    private void reveal() {
        int row = here();
        if (row < 0) {
            return;
        }
        scroll.revealRow(row, getHeight() - MapGeometry.HEAD);
        double room = getWidth() - names();
        List<MapColumn> own =
                layout.columns().stream().filter(column -> column.rows().contains(row)).toList();
        if (own.stream().noneMatch(column -> scroll.shows(column, room))) {
            own.stream().findFirst().ifPresent(column -> scroll.revealColumn(column, room));
        }
    }

    /** Scrolls by some pixels; returns whether there was anything to scroll. */
    boolean scrollBy(double across, double down) {
        return scroll.by(across, down);
    }

    /** What a screen reader says of a column. */
    String spoken(int column) {
        return MapWords.spoken(layout, layout.columns().get(column));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT ->
                    "Sharing map"
                            + (here() < 0 ? "" : ", " + MapWords.spoken(rows.get(here())))
                            + (lit < 0 ? "" : ". " + spoken(lit));
            default -> {
                Object answer = mirror.answer(attribute, parameters);
                yield answer == null
                        ? super.queryAccessibleAttribute(attribute, parameters)
                        : answer;
            }
        };
    }

    /** The styleable properties of every map. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return INKS.metaData();
    }
}
