package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Member;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** The members of an archive; Enter or a double click opens one. */
final class MemberTable extends TableView<Member> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final double SIZE = 76;
    private static final double MODIFIED = 96;

    private final Consumer<Member> opened;

    MemberTable(Consumer<Member> opened) {
        this.opened = opened;
        getStyleClass().add("member-table");
        setFixedCellSize(26);
        setAccessibleText("Members of the archive");
        TableColumn<Member, Member> name =
                column(
                        "Name",
                        180,
                        member -> Escapes.text(member.name()),
                        Comparator.comparing(Member::name));
        TableColumn<Member, Member> size =
                column(
                        "Size",
                        SIZE,
                        member -> member.size() < 0 ? "" : HumanSize.spaced(member.size()),
                        Comparator.comparingLong(Member::size));
        size.getStyleClass().add("right");
        TableColumn<Member, Member> modified =
                column(
                        "Modified",
                        MODIFIED,
                        member -> time(member.modified()),
                        Comparator.comparing(
                                Member::modified, Comparator.nullsFirst(Instant::compareTo)));
        size.getStyleClass().add("mono");
        modified.getStyleClass().add("mono");
        name.prefWidthProperty().bind(widthProperty().subtract(SIZE + MODIFIED + 14));
        getColumns().add(name);
        getColumns().add(size);
        getColumns().add(modified);
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        openSelected();
                    }
                });
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        openSelected();
                        event.consume();
                    }
                });
    }

    void show(Listing listing) {
        setItems(FXCollections.observableArrayList(listing.members()));
        if (!getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    private void openSelected() {
        Member member = getSelectionModel().getSelectedItem();
        if (member != null && member.kind() == Member.Kind.FILE) {
            opened.accept(member);
        }
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    private static TableColumn<Member, Member> column(
            String title, double width, Function<Member, String> words, Comparator<Member> order) {
        TableColumn<Member, Member> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                any ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable Member member, boolean empty) {
                                super.updateItem(member, empty);
                                String text = member == null || empty ? "" : words.apply(member);
                                setText(text);
                                setTooltip(text.length() < 24 ? null : new Tooltip(text));
                            }
                        });
        return column;
    }
}
