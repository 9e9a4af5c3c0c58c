package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.diff.Kind;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/**
 * What a name cell shows: badge, indent, twisty, icon, name and hint. They are placed here, without
 * panes between them, since every node of a row is styled and measured as often as the row is.
 */
final class NameLine extends Region {
    private static final int INDENT = 16;
    private static final int BADGE = 16;
    private static final int AFTER_BADGE = 6;
    private static final int BEFORE_ICON = 4;
    private static final int GAP = 8;

    /** The icon with the room around it and at the end of the cell. */
    private static final int ICON = 52;

    /** A hint with less room than this tells nothing. */
    private static final int LEAST_HINT = 40;

    private final Badge badge = new Badge();
    private final FontIcon twisty = Icons.of(MaterialDesignC.CHEVRON_RIGHT);
    private final FontIcon icon = Icons.of(MaterialDesignF.FILE_OUTLINE);
    private final Label name = new Label();
    private final Label hint = new Label();
    private final Label pill = new Label("just now");
    private boolean hinting;
    private double indent;

    NameLine() {
        getStyleClass().add("name-cell");
        name.getStyleClass().add("name");
        hint.getStyleClass().add("hint");
        pill.getStyleClass().addAll("pill", "live-pill");
        getChildren().setAll(twisty, icon, name);
    }

    void show(FileRow row) {
        badge.show(row.kind(), ChangeHint.isShadow(row));
        if (row.kind() != Kind.UNCHANGED) {
            need(badge);
        }
        indent = AFTER_BADGE + row.depth() * (double) INDENT;
        twisty.setVisible(row.hasChildren());
        twisty.setIconCode(
                row.isOpen() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
        icon.setIconCode(FileIcons.of(row.type(), row.name(), row.isOpen()));
        name.setText(row.name());
        hint.setText(row.hint().isEmpty() ? TextCell.NOTHING : row.hint());
        hinting = !row.hint().isEmpty();
        if (hinting) {
            need(hint);
        }
        boolean fresh = row.changes() instanceof Recent recent && recent.isJustNow(row.node());
        if (fresh) {
            need(pill);
        }
        pill.setVisible(fresh);
        requestLayout();
    }

    /** Most rows never have a badge or a hint, and are styled the sooner without. */
    private void need(Label part) {
        if (part.getParent() == null) {
            getChildren().add(part);
            part.applyCss();
        }
    }

    void clear() {
        name.setText(TextCell.NOTHING);
        pill.setVisible(false);
        hint.setText(TextCell.NOTHING);
        hinting = false;
    }

    /** Whether the twisty, or the room around it, is at a place of this line. */
    boolean isTwisty(double x) {
        double left = BADGE + indent;
        return left <= x && x < left + INDENT;
    }

    /** The hint gives way to the name, and only then the name to its end. */
    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double x = BADGE + indent;
        if (badge.getParent() != null) {
            place(badge, 0, BADGE, HPos.CENTER);
        }
        x = place(twisty, x, INDENT, HPos.CENTER) + BEFORE_ICON;
        x = place(icon, x, snapSizeX(icon.prefWidth(-1)), HPos.LEFT) + GAP;
        double room = width - BADGE - indent - INDENT - ICON + 2 * GAP;
        double wanted = snapSizeX(name.prefWidth(-1));
        double asked = hinting ? snapSizeX(hint.prefWidth(-1)) : 0;
        hint.setVisible(asked > 0 && room - wanted >= Math.min(LEAST_HINT, asked));
        double given = Math.max(0, Math.min(wanted, hint.isVisible() ? room : width - x));
        x = place(name, x, given, HPos.LEFT) + GAP;
        if (pill.isVisible() && pill.getParent() != null) {
            double wide = snapSizeX(pill.prefWidth(-1));
            x = place(pill, Math.min(x, width - wide), wide, HPos.LEFT) + GAP;
        }
        if (hint.isVisible()) {
            place(hint, x, Math.min(asked, width - x), HPos.LEFT);
        }
    }

    private double place(Node node, double x, double width, HPos at) {
        layoutInArea(node, x, 0, width, getHeight(), 0, at, VPos.CENTER);
        return x + width;
    }

    @Override
    protected double computePrefWidth(double height) {
        double asked = hinting ? GAP + hint.prefWidth(-1) : 0;
        return BADGE + indent + INDENT + ICON + name.prefWidth(-1) + asked;
    }
}
