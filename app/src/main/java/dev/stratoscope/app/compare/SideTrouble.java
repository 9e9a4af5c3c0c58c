package dev.stratoscope.app.compare;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.ImageChooser;
import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.SeveralImagesException;

import java.util.concurrent.CancellationException;

/** Tells why two images are not compared, or not as one might think. On the JavaFX thread. */
final class SideTrouble {
    private final CompareTab tab;
    private final Banners banners;
    private final Subjects subjects;

    SideTrouble(CompareTab tab, Banners banners, Subjects subjects) {
        this.tab = tab;
        this.banners = banners;
        this.subjects = subjects;
    }

    /** An image cannot be opened or read. */
    void tell(CompareSide side, Throwable reason) {
        switch (reason) {
            case CancellationException cancelled -> {
                if (tab.getScene() != null) {
                    banners.add(
                                    new Problem(
                                            "Reading " + side.title() + " was cancelled",
                                            "Nothing was compared."),
                                    "Try again",
                                    tab::read)
                            .calm();
                }
            }
            case SeveralImagesException several -> choose(side, several);
            default -> failed(side, reason);
        }
    }

    private void choose(CompareSide side, SeveralImagesException several) {
        ImageChooser chooser =
                new ImageChooser(
                        side.title(),
                        several.images(),
                        listed -> {
                            side.choose(listed, several.images());
                            tab.read();
                        });
        tab.setCenter(chooser);
        chooser.requestFocus();
    }

    private void failed(CompareSide side, Throwable reason) {
        Subject subject = side.subject();
        boolean stored = subject != null && subject.source().image() != null;
        String what = side.title() + " cannot be compared";
        Problem problem = stored ? Problems.ofStored(what, reason) : Problems.of(what, reason);
        LimitRaise raise = LimitRaise.of(reason);
        if (raise != null) {
            banners.add(
                    problem,
                    raise.words(),
                    () -> {
                        side.raise(raise);
                        tab.read();
                    });
        } else if (subject != null) {
            Problem told =
                    new Problem(
                            problem.title(),
                            problem.reason() + " What of it can be read can be explored.");
            banners.add(told, "Open " + subject.title(), () -> subjects.open(subject));
        }
    }

    /** Both can be read, but not compared. */
    void tellOfBoth(Throwable reason) {
        banners.add(Problems.of("The images cannot be compared", reason), "Try again", tab::again);
    }

    /**
     * Tells of two platforms, of which most programs differ, whatever else is the same, and of
     * images that have nothing to do with each other.
     */
    void remark(Compared compared) {
        Platform before = compared.left().image().image().config().platform();
        Platform after = compared.right().image().image().config().platform();
        banners.clear();
        if (!before.equals(after)) {
            banners.add(
                            new Problem(
                                    "The images are for different platforms",
                                    "Left is for "
                                            + before
                                            + ", right is for "
                                            + after
                                            + ": most programs differ whatever else is the same."),
                            null,
                            () -> {})
                    .warn();
        }
        if (compared.hasNothingCommon()) {
            banners.add(
                            new Problem(
                                    "The images have no layer and no file in common",
                                    "Perhaps other images were meant; choose them above."),
                            null,
                            () -> {})
                    .calm();
        }
    }
}
