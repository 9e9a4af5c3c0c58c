package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.preview.PictureHeader;
import dev.stratoscope.app.view.preview.PictureView;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.model.task.Progress;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/** Pictures beside each other, each with its size; of a damaged one the reason. */
final class PicturePair extends HBox {
    PicturePair() {
        getStyleClass().add("picture-pair");
    }

    /**
     * A picture, or why there is none to be seen.
     *
     * @param image null when it cannot be shown
     */
    record Decoded(@Nullable Image image, String words) {}

    /** Decodes what is there on both sides; callable from any thread. */
    static List<Decoded> decode(Contrast contrast, Progress progress)
            throws InterruptedIOException {
        List<Decoded> decoded = new ArrayList<>();
        for (Preview side : new Preview[] {contrast.before(), contrast.after()}) {
            PictureHeader header = side == null ? null : side.picture();
            if (side == null || header == null) {
                continue;
            }
            String words = header.words();
            try {
                Image image = PictureView.decode(side.file(), header, progress);
                decoded.add(new Decoded(image, words));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                decoded.add(new Decoded(null, words + "; it cannot be shown: " + e.getMessage()));
            }
        }
        return decoded;
    }

    void show(List<Decoded> pictures) {
        getChildren().clear();
        for (Decoded picture : pictures) {
            PictureView view = new PictureView();
            if (picture.image() != null) {
                view.show(picture.image(), picture.words());
            }
            Label words = new Label(picture.words());
            words.getStyleClass().addAll("secondary", "muted");
            words.setWrapText(true);
            VBox side = new VBox(view, words);
            side.getStyleClass().add("picture-side");
            VBox.setVgrow(view, Priority.ALWAYS);
            HBox.setHgrow(side, Priority.ALWAYS);
            side.setMinWidth(0);
            side.setPrefWidth(100);
            getChildren().add(side);
        }
    }
}
