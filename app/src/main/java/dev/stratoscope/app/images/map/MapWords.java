package dev.stratoscope.app.images.map;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;

import java.util.List;
import java.util.stream.Collectors;

/** What the map says of layers and images. */
final class MapWords {
    private static final int MOST_NAMED = 6;
    private static final int MOST_COMMAND = 300;

    private MapWords() {}

    /** What a layer is, where there is little room: the image that ends with it, or its making. */
    static String brief(MapColumn column) {
        return column.top() == null ? instruction(column) : column.top().label();
    }

    /** Docker's size of a layer. */
    static String size(MapColumn column) {
        return HumanSize.docker(column.layer().contentSize());
    }

    /** The tooltip of a layer. */
    static String tip(MapLayout layout, MapColumn column) {
        KeptLayer layer = column.layer();
        return instruction(column)
                + "\n"
                + size(column)
                + ", "
                + HumanSize.exact(layer.contentSize())
                + " in files; "
                + HumanSize.docker(layer.storedSize())
                + " on disk"
                + "\n"
                + layer.diffId()
                + "\n"
                + uses(layout, column);
    }

    /** One sentence for a screen reader on a layer. */
    static String spoken(MapLayout layout, MapColumn column) {
        return "Layer "
                + instruction(column)
                + ", "
                + HumanSize.exact(column.layer().contentSize())
                + ", "
                + uses(layout, column);
    }

    /** One sentence for a screen reader on an image. */
    static String spoken(MapRow row) {
        KeptImage image = row.image();
        long shared = image.layers().stream().filter(KeptLayer::isShared).count();
        return row.label()
                + ", "
                + shared
                + " of "
                + image.layers().size()
                + " layers shared, "
                + HumanSize.exact(image.uniqueSize())
                + " only here";
    }

    private static String uses(MapLayout layout, MapColumn column) {
        int images = column.layer().images();
        List<String> names =
                column.rows().stream().map(row -> layout.rows().get(row).label()).toList();
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more =
                names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        return (images == 1 ? "only in " : "in " + images + " images: ") + named + more;
    }

    private static String instruction(MapColumn column) {
        String text = Instruction.of(column.layer().createdBy(), column.depth()).toString();
        boolean whole = text.length() <= MOST_COMMAND;
        String shown = whole ? text : text.substring(0, MOST_COMMAND) + "…";
        return Escapes.text(shown.replaceAll("\\s+", " "));
    }
}
