package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.Banners;

/**
 * What an image tab is put together from.
 *
 * @param title what the image is called
 * @param jobs the jobs of the tab
 */
record TabParts(
        String title,
        JobScope jobs,
        ImageHeader header,
        Banners banners,
        ImageBody body,
        ShownTree tree) {

    /** Tells how many findings there are. */
    void tally(FindingTally tally) {
        header.tally(tally);
        body.tally(tally);
    }
}
