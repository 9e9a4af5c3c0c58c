package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.List;

/** The table of containers with its filter, or what stands there while there is none. */
final class ContainersView extends BorderPane {
    private final ContainersHeader header;
    private final ContainerTable table;
    private final ContainerFilter filter = new ContainerFilter(text -> narrow());
    private final VBox whole;
    private final EmptyContainers empty;
    private Listing listing = Listing.UNKNOWN;
    private Instant now = Instant.EPOCH;

    ContainersView(JobScope jobs, Doors doors, ContainerActs acts) {
        header = new ContainersHeader(() -> doors.run(""));
        table = new ContainerTable(acts, new LayerSizes(jobs, this::sized));
        empty = new EmptyContainers(() -> doors.run(""));
        whole = new VBox(filter, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        setCenter(empty);
    }

    Node header() {
        return header;
    }

    void focusFilter() {
        filter.focusField();
    }

    void show(Listing seen, Instant time) {
        listing = seen;
        now = time;
        header.show(seen);
        setCenter(seen.containers().isEmpty() ? empty : whole);
        narrow();
    }

    /** Counts ages to another time. */
    void age(Instant time) {
        now = time;
        table.age(time);
    }

    private void narrow() {
        List<Seen> rows = listing.containers().stream().filter(filter::accepts).toList();
        filter.count(listing);
        table.show(rows, now);
    }

    private void sized() {
        table.refresh();
    }
}
