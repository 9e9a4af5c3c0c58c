package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.table.ActCell;
import dev.stratoscope.app.view.table.ActTable;
import dev.stratoscope.app.view.table.WordCell;

import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The list of containers. */
final class ContainerTable extends ActTable<Seen> {
    private static final double ROOM_FOR_COMMAND = 1000;
    private static final double ROOM_FOR_SIZE = 880;
    private static final double ROOM_FOR_PORTS = 720;
    private static final double ROOM_FOR_BUTTONS = 200;

    private final LayerSizes sizes;
    private final TableColumn<Seen, Seen> ports;
    private final TableColumn<Seen, Seen> does;
    private Instant now = Instant.EPOCH;

    ContainerTable(ContainerActs acts, LayerSizes sizes) {
        super("Containers", new SeenActs(acts), (one, other) -> one.id().equals(other.id()));
        this.sizes = sizes;
        getStyleClass().add("container-table");
        setPlaceholder(new Label("No container matches the filter."));
        TableColumn<Seen, Seen> name =
                column("NAME", 210, Comparator.comparing(Seen::name), NameCell::new);
        name.setMinWidth(110);
        name.setMaxWidth(640);
        name.getStyleClass().add("first");
        TableColumn<Seen, Seen> image =
                column(
                        "IMAGE",
                        170,
                        Comparator.comparing(ContainerTable::image),
                        () -> new WordCell<>(ContainerTable::image, "muted"));
        image.setMinWidth(90);
        image.setMaxWidth(425);
        TableColumn<Seen, Seen> state =
                column(
                        "STATE",
                        110,
                        Comparator.comparing(seen -> StateWords.brief(seen.state())),
                        StateCell::new);
        state.setMinWidth(100);
        TableColumn<Seen, Seen> command =
                column(
                        "COMMAND",
                        220,
                        Comparator.comparing(ContainerTable::command),
                        () -> new WordCell<>(ContainerTable::command, "muted"));
        ports =
                column(
                        "PORTS",
                        140,
                        Comparator.comparingInt(seen -> seen.ports().size()),
                        () -> new PortsCell(acts));
        ports.setMinWidth(80);
        TableColumn<Seen, Seen> age =
                column(
                        "STATUS",
                        200,
                        Comparator.comparing(seen -> seen.container().created()),
                        () -> new WordCell<>(this::age, "muted"));
        age.setMinWidth(110);
        TableColumn<Seen, Seen> size =
                column(
                        "WRITTEN",
                        84,
                        Comparator.comparingLong(this::bytes),
                        () -> new WordCell<>(this::size, "mono", "right", "muted"));
        size.getStyleClass().add("right");
        size.setMinWidth(76);
        does =
                column(
                        "",
                        230,
                        Comparator.comparing(Seen::id),
                        () -> new ActCell<>(new SeenActs(acts), ROOM_FOR_BUTTONS));
        does.setSortable(false);
        does.getStyleClass().add("last");
        getColumns().setAll(List.of(name, image, state, command, ports, age, size, does));
        showFrom(ROOM_FOR_COMMAND, command);
        showFrom(ROOM_FOR_SIZE, size);
        widthProperty().addListener((property, before, width) -> fit());
    }

    /** Ports have a column where there are some, and room; acts where there is room for buttons. */
    private void fit() {
        ports.setVisible(
                getWidth() >= ROOM_FOR_PORTS
                        && getItems().stream().anyMatch(seen -> !seen.ports().isEmpty()));
        boolean roomy = getWidth() >= ROOM_FOR_SIZE;
        does.setMinWidth(roomy ? ROOM_FOR_BUTTONS + 20 : 60);
        does.setMaxWidth(roomy ? 900 : 64);
    }

    /**
     * Shows rows in the order that is chosen. The selected one stays selected where it is there.
     *
     * @param time what ages are counted to
     */
    void show(List<Seen> rows, Instant time) {
        now = time;
        show(rows);
        fit();
        sizes.measure(rows, time);
    }

    /** Counts ages to another time, and measures again what runs. */
    void age(Instant time) {
        now = time;
        refresh();
        sizes.measure(getItems(), time);
    }

    private static String image(Seen seen) {
        return Escapes.text(seen.container().imageName());
    }

    private static String command(Seen seen) {
        return CommandText.of(seen.container().command());
    }

    private String age(Seen seen) {
        return StateWords.since(seen.state(), seen.container().created(), now);
    }

    private long bytes(Seen seen) {
        WrittenSize size = sizes.of(seen);
        return size == null ? -1 : size.bytes();
    }

    private String size(Seen seen) {
        WrittenSize size = sizes.of(seen);
        return size == null ? "" : HumanSize.spaced(size.bytes());
    }
}
