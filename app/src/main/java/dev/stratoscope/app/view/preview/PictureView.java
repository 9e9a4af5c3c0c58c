package dev.stratoscope.app.view.preview;

import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.task.Progress;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** A picture, made smaller where it does not fit, never larger. */
public final class PictureView extends Region {
    /** The most bytes of a file that is decoded: 64 MiB. */
    static final long MOST_BYTES = 64L << 20;

    /** Larger pictures are decoded to this size. */
    private static final double MOST_SIDE = 2_048;

    private static final double MARGIN = 12;

    private final ImageView view = new ImageView();

    /** A view without a picture. */
    public PictureView() {
        getStyleClass().add("picture-view");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        getChildren().setAll(view);
    }

    /** Decodes a picture; callable from any thread. */
    public static Image decode(FileBytes file, PictureHeader header, Progress progress)
            throws IOException {
        if (!header.isBounded() || file.size() > MOST_BYTES) {
            throw new IOException("it is too large to be shown here; save it or open it outside");
        }
        progress.advance(0);
        boolean large = header.width() > MOST_SIDE || header.height() > MOST_SIDE;
        double side = large ? MOST_SIDE : 0;
        try (InputStream in = file.open(0)) {
            Image image = new Image(in, side, side, true, true);
            progress.advance(0);
            Exception reason = image.getException();
            if (image.isError() || image.getWidth() <= 0) {
                throw new IOException(
                        "the picture is damaged" + (reason == null ? "" : ": " + words(reason)));
            }
            return image;
        }
    }

    private static String words(Exception reason) {
        @Nullable String message = reason.getMessage();
        return message == null ? reason.getClass().getSimpleName() : message;
    }

    /** Shows a picture. */
    public void show(Image image, String words) {
        view.setImage(image);
        view.setAccessibleText(words);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        view.setFitWidth(Math.clamp(getWidth() - 2 * MARGIN, 1, Math.max(1, image.getWidth())));
        view.setFitHeight(Math.clamp(getHeight() - 2 * MARGIN, 1, Math.max(1, image.getHeight())));
        double width = view.getLayoutBounds().getWidth();
        double height = view.getLayoutBounds().getHeight();
        view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
    }
}
