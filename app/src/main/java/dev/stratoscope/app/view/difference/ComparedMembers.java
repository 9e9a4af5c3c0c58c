package dev.stratoscope.app.view.difference;

import dev.stratoscope.model.diff.content.MemberDiff;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Parcel;
import dev.stratoscope.model.task.Progress;

import javafx.scene.control.TreeItem;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.List;

/** What two archives hold, compared and ready to be shown. */
record ComparedMembers(MemberDiff diff, TreeItem<MemberTree.Item> tree) {
    private static final Listing NOTHING = new Listing(List.of(), Listing.End.WHOLE, "");

    /** Lists both archives, of which one may be missing. */
    static ComparedMembers of(@Nullable Parcel before, @Nullable Parcel after, Progress progress)
            throws InterruptedIOException {
        MemberDiff diff = MemberDiff.between(list(before, progress), list(after, progress));
        return new ComparedMembers(diff, MemberTree.tree(diff));
    }

    private static Listing list(@Nullable Parcel parcel, Progress progress)
            throws InterruptedIOException {
        return parcel == null ? NOTHING : parcel.listSums(progress);
    }
}
