package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.code.Token;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;

/** What is drawn of one line of the editor; used again for others. */
final class EditorLine {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double ICON = 16;
    private static final double SIZE_END = 66;
    private static final double NUMBER_END = 116;
    private static final double WAVE = 2;

    private final double gutter;
    private final Text ruler;
    private final Region band = new Region();
    private final Label size = new Label();
    private final FontIcon icon = Icons.of(MaterialDesignC.CIRCLE_OUTLINE);
    private final Label number = new Label();
    private final TextFlow letters = new TextFlow();
    private final Path wave = new Path();
    private final Line edge = new Line();
    private final Pane code = new Pane(letters, wave);
    private final Rectangle clip = new Rectangle();
    private List<Token> shown = List.of();
    private String line = "";
    private LineFacts facts = new LineFacts("", null, false, false, 0, 0, false);

    /**
     * Nothing yet.
     *
     * @param gutter how wide the gutter is
     * @param ruler a text in the editor's letters
     */
    EditorLine(double gutter, Text ruler) {
        this.gutter = gutter;
        this.ruler = ruler;
        band.getStyleClass().add("editor-band");
        size.getStyleClass().add("gutter-size");
        icon.getStyleClass().add("step-icon");
        number.getStyleClass().add("gutter-number");
        wave.getStyleClass().add("wave");
        edge.getStyleClass().add("gutter-edge");
        letters.setTabSize(8);
        code.setClip(clip);
        for (Node node : nodes()) {
            node.setManaged(false);
        }
        band.setManaged(false);
        letters.setManaged(false);
        wave.setManaged(false);
    }

    Node band() {
        return band;
    }

    List<Node> nodes() {
        return List.of(edge, size, icon, number, code);
    }

    void setVisible(boolean visible) {
        band.setVisible(visible);
        nodes().forEach(node -> node.setVisible(visible));
    }

    /** Shows a line, from 0. */
    void show(EditorText text, int index, LineFacts known) {
        facts = known;
        number.setText(String.valueOf(index + 1));
        size.setText(known.size());
        StepLook look = known.look();
        icon.setVisible(look != null);
        if (look != null) {
            icon.setIconCode(look.icon());
            icon.getStyleClass().setAll("ikonli-font-icon", "step-icon", look.style());
        }
        band.pseudoClassStateChanged(LIT, known.isLit());
        band.pseudoClassStateChanged(BROKEN, known.isFailed());
        wave.pseudoClassStateChanged(WRONG, known.isWrong());
        String now = text.line(index);
        List<Token> tokens = text.tokens(index);
        if (!now.equals(line) || !tokens.equals(shown)) {
            line = now;
            shown = tokens;
            List<Text> pieces = new ArrayList<>();
            for (Token token : tokens) {
                Text piece = new Text(now.substring(token.from(), token.to()));
                piece.getStyleClass().add("code");
                String style = style(token.style());
                if (!style.isEmpty()) {
                    piece.getStyleClass().add(style);
                }
                pieces.add(piece);
            }
            letters.getChildren().setAll(pieces);
        }
    }

    private static String style(Token.Style style) {
        return switch (style) {
            case PLAIN -> "";
            case KEY -> "code-key";
            case NAME -> "code-name";
            case STRING -> "code-string";
            case COMMENT -> "code-comment";
        };
    }

    /** Puts it where it stands. */
    void place(double x, double y, double height, double width) {
        band.resizeRelocate(0, y, width, height);
        double sizeWidth = size.prefWidth(-1);
        size.resizeRelocate(SIZE_END - sizeWidth, y, sizeWidth, height);
        icon.relocate(SIZE_END + 6, y + (height - ICON) / 2);
        double numberWidth = number.prefWidth(-1);
        number.resizeRelocate(NUMBER_END - numberWidth, y, numberWidth, height);
        edge.setStartX(SIZE_END + ICON + 12.5);
        edge.setEndX(SIZE_END + ICON + 12.5);
        edge.setStartY(y);
        edge.setEndY(y + height);
        code.resizeRelocate(gutter, y, Math.max(0, width - gutter), height);
        clip.setWidth(Math.max(0, width - gutter));
        clip.setHeight(height);
        letters.resizeRelocate(x - gutter, 0, Math.max(width, letters.prefWidth(-1) + 1), height);
        wave(x - gutter, height);
    }

    private void wave(double x, double height) {
        wave.getElements().clear();
        if (facts.waveFrom() <= 0) {
            return;
        }
        double from = x + across(facts.waveFrom());
        double to = x + Math.max(across(facts.waveTo()), across(facts.waveFrom()) + 7);
        double low = height - 1.5;
        wave.getElements().add(new MoveTo(from, low));
        boolean up = true;
        for (double at = from + WAVE; at <= to; at += WAVE) {
            wave.getElements().add(new LineTo(at, up ? low - WAVE : low));
            up = !up;
        }
    }

    private double across(int column) {
        int end = Math.clamp(column - 1L, 0, line.length());
        if (end == 0) {
            return 0;
        }
        ruler.setText(line.substring(0, end));
        return ruler.getLayoutBounds().getWidth();
    }
}
