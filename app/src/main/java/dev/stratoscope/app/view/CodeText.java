package dev.stratoscope.app.view;

import dev.stratoscope.app.text.Token;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of code on one line, coloured, with what was searched for marked. Its labels are reused,
 * as the cells of a list want it.
 */
public final class CodeText extends HBox {
    /** More of a line than this is not drawn; a screen is narrower, and a line may be endless. */
    private static final int MOST = 2000;

    private final boolean shrinks;

    /** A piece of a line, and whether it was searched for. */
    private record Piece(String text, Token.Kind kind, boolean isHit) {}

    /**
     * No text.
     *
     * @param shrinks whether its end gives way to an ellipsis where there is no room
     */
    public CodeText(boolean shrinks) {
        this.shrinks = shrinks;
        getStyleClass().add("code-text");
    }

    /**
     * Shows a line.
     *
     * @param tokens safe to show
     * @param sought what to mark, in lower case; empty for nothing
     */
    public void show(List<Token> tokens, String sought) {
        List<Piece> pieces = pieces(tokens, sought);
        List<Node> labels = getChildren();
        while (labels.size() > pieces.size()) {
            labels.removeLast();
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (i == labels.size()) {
                labels.add(new Label());
            }
            fill((Label) labels.get(i), pieces.get(i), i == pieces.size() - 1);
        }
    }

    private void fill(Label label, Piece piece, boolean isLast) {
        label.setText(piece.text());
        label.setMinWidth(isLast && shrinks ? 0 : USE_PREF_SIZE);
        List<String> styles = new ArrayList<>(List.of("label", "code"));
        if (!piece.kind().style().isEmpty()) {
            styles.add(piece.kind().style());
        }
        if (piece.isHit()) {
            styles.add("hit");
        }
        if (!label.getStyleClass().equals(styles)) {
            label.getStyleClass().setAll(styles);
        }
    }

    private static List<Piece> pieces(List<Token> tokens, String sought) {
        List<Piece> pieces = new ArrayList<>();
        int room = MOST;
        for (Token token : tokens) {
            boolean cut = token.text().length() > room;
            String text = cut ? token.text().substring(0, room) + "…" : token.text();
            split(pieces, text.replace("\t", "    "), token.kind(), sought);
            room -= token.text().length();
            if (room <= 0) {
                break;
            }
        }
        return pieces;
    }

    private static void split(List<Piece> pieces, String text, Token.Kind kind, String sought) {
        String lower = sought.isEmpty() ? "" : text.toLowerCase(Locale.ROOT);
        int at = 0;
        int hit = sought.isEmpty() ? -1 : lower.indexOf(sought);
        // Lower case may be longer; then there is no telling where the hit is.
        while (hit >= 0 && lower.length() == text.length()) {
            add(pieces, text.substring(at, hit), kind, false);
            at = hit + sought.length();
            add(pieces, text.substring(hit, at), kind, true);
            hit = lower.indexOf(sought, at);
        }
        add(pieces, text.substring(at), kind, false);
    }

    private static void add(List<Piece> pieces, String text, Token.Kind kind, boolean isHit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, kind, isHit));
        }
    }
}
