package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Segments;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/**
 * The scope switch, the search field and the buttons beside it, in one line. Where that is too
 * narrow the switch says less, and the search has a line of its own where even that does not help.
 */
final class ScopeLine extends Region {
    private static final double GAP = 8;
    private static final double LINE = 28;

    /** What a search field has at the least before it goes to its own line, and at the most. */
    private static final double LEAST_SEARCH = 120;

    private static final double MOST_SEARCH = 250;

    private final Segments<?> scopes;
    private final Region search;
    private final Region folding;
    private @Nullable Node tool;

    /** How the parts are laid out. */
    private record Plan(boolean brief, boolean twoLines) {}

    ScopeLine(Segments<?> scopes, Region search, Region folding) {
        this.scopes = scopes;
        this.search = search;
        this.folding = folding;
        getStyleClass().add("pane-bar");
        getChildren().setAll(scopes, search, folding);
    }

    /** Shows search and tool alone: there is no switch, and nothing to be folded at once. */
    void withoutScopes() {
        folding.setVisible(false);
        folding.setManaged(false);
        scopes.setVisible(false);
        scopes.setManaged(false);
    }

    /** Puts a control at the right end. */
    void setTool(Node added) {
        tool = added;
        getChildren().add(added);
    }

    private Plan plan(double width) {
        if (!scopes.isManaged()) {
            return new Plan(false, false);
        }
        double room = width - getInsets().getLeft() - getInsets().getRight();
        double tools = toolWidth() > 0 ? toolWidth() + GAP : 0;
        double rest = GAP + LEAST_SEARCH + GAP + folding.prefWidth(-1) + tools;
        double full = scopes.width(false);
        double brief = scopes.width(true);
        boolean twoLines = brief + rest > room;
        return new Plan(full + (twoLines ? tools : rest) > room, twoLines);
    }

    private double toolWidth() {
        Node shown = tool;
        return shown == null || !shown.isManaged() ? 0 : snapSizeX(shown.prefWidth(-1));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Beside the chips, which can say less, it does not give way. */
    @Override
    protected double computeMinWidth(double height) {
        return scopes.isManaged() ? 0 : computePrefWidth(height);
    }

    /** Beside the chips it takes what its parts want at the least, and no more. */
    @Override
    protected double computePrefWidth(double height) {
        double tools = toolWidth() > 0 ? toolWidth() + GAP : 0;
        double around = getInsets().getLeft() + getInsets().getRight();
        return around + LEAST_SEARCH + GAP + tools;
    }

    @Override
    protected double computePrefHeight(double width) {
        double lines = width > 0 && plan(width).twoLines() ? LINE + GAP + LINE : LINE;
        return getInsets().getTop() + lines + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double left = around.getLeft();
        double top = around.getTop();
        double right = getWidth() - around.getRight();
        Plan plan = plan(getWidth());
        scopes.setBrief(plan.brief());
        double end = right;
        Node last = tool;
        if (last != null && last.isManaged()) {
            end -= toolWidth();
            last.resizeRelocate(end, top, toolWidth(), LINE);
            end -= GAP;
        }
        if (!scopes.isManaged()) {
            double from = Math.max(left, end - MOST_SEARCH);
            search.resizeRelocate(from, top, end - from, LINE);
            return;
        }
        double wide = snapSizeX(scopes.prefWidth(-1));
        scopes.resizeRelocate(left, top, Math.min(wide, end - left), LINE);
        double searchTop = plan.twoLines() ? top + LINE + GAP : top;
        double searchEnd = plan.twoLines() ? right : end;
        double foldingWidth = snapSizeX(folding.prefWidth(-1));
        folding.resizeRelocate(searchEnd - foldingWidth, searchTop, foldingWidth, LINE);
        searchEnd -= foldingWidth + GAP;
        double searchLeft =
                plan.twoLines() ? left : Math.max(left + wide + GAP, searchEnd - MOST_SEARCH);
        search.resizeRelocate(searchLeft, searchTop, searchEnd - searchLeft, LINE);
    }
}
