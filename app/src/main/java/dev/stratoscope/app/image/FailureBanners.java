package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.view.Banner;
import dev.stratoscope.app.view.Banners;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells of the layers of one image that cannot be read; a banner counts on while more come. One
 * that a person closed stays closed. On the JavaFX thread.
 */
final class FailureBanners {
    private final FailedLayers layers;
    private final Banners banners;
    private final ImageBody body;
    private final Consumer<LimitRaise> raise;
    private final Map<String, Banner> shown = new HashMap<>();

    /**
     * Nothing to tell yet.
     *
     * @param title what the image is called
     * @param stored whether it is in the store
     * @param banners where to tell it
     * @param body where the cures lead to
     * @param raise told of a limit that a person wants raised
     */
    FailureBanners(
            String title,
            boolean stored,
            Banners banners,
            ImageBody body,
            Consumer<LimitRaise> raise) {
        this.layers = new FailedLayers(title, stored);
        this.banners = banners;
        this.body = body;
        this.raise = raise;
    }

    void add(int number, IOException reason) {
        layers.add(number, reason);
        layers.notices().forEach(this::show);
    }

    private void show(FailureNotice notice) {
        LimitRaise needed = notice.raise();
        String key = needed == null ? "" : needed.words();
        Banner banner = shown.get(key);
        if (banner == null) {
            shown.put(key, banners.add(notice.problem(), notice.cure(), () -> cure(notice)));
        } else {
            banner.say(notice.problem(), notice.cure(), () -> cure(notice));
        }
    }

    private void cure(FailureNotice notice) {
        LimitRaise needed = notice.raise();
        if (needed != null) {
            raise.accept(needed);
        } else if (notice.count() > 1) {
            body.showFindings();
        } else {
            body.goToLayer(notice.usable());
        }
    }
}
