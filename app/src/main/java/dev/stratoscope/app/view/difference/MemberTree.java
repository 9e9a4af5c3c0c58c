package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.content.MemberDiff;
import dev.stratoscope.model.parcel.Member;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The members of two archives that differ, as a tree; Enter or a double click opens one. */
final class MemberTree extends TreeTableView<MemberTree.Item> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Consumer<MemberDiff.Change> opened;

    /**
     * A member or a folder.
     *
     * @param name the last part of its name, ready to be shown
     * @param change null for a folder of which nothing else is said
     */
    record Item(String name, MemberDiff.@Nullable Change change) {
        String what() {
            return change == null ? "" : difference(change);
        }
    }

    /**
     * A tree without members.
     *
     * @param opened told what a person wants to see
     */
    MemberTree(Consumer<MemberDiff.Change> opened) {
        this.opened = opened;
        getStyleClass().add("member-tree");
        setShowRoot(false);
        setFixedCellSize(26);
        setAccessibleText("Members that differ");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<Item, Item> name = new TreeTableColumn<>("Name");
        name.setPrefWidth(320);
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        name.setCellFactory(column -> new NameCell());
        getColumns().add(name);
        getColumns().add(column("Before", 88, item -> size(item, true), "right", "mono"));
        getColumns().add(column("After", 88, item -> size(item, false), "right", "mono"));
        getColumns().add(column("What differs", 280, Item::what, "muted"));
        getColumns().forEach(column -> column.setSortable(false));
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        openSelected();
                    }
                });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && openSelected()) {
                        event.consume();
                    }
                });
    }

    /** Builds the tree of what differs; callable from any thread while nobody sees it. */
    static TreeItem<Item> tree(MemberDiff diff) {
        TreeItem<Item> root = new TreeItem<>(new Item("", null));
        Map<String, TreeItem<Item>> folders = new HashMap<>();
        folders.put("", root);
        for (MemberDiff.Change change : diff.changes()) {
            if (change.kind() != Kind.UNCHANGED) {
                String path = Escapes.text(change.name()).replaceAll("/+$", "");
                int slash = path.lastIndexOf('/');
                String name = path.substring(slash + 1);
                TreeItem<Item> item = new TreeItem<>(new Item(name, change));
                item.setExpanded(true);
                folder(folders, path.substring(0, Math.max(0, slash))).getChildren().add(item);
                folders.putIfAbsent(path, item);
            }
        }
        return root;
    }

    private static TreeItem<Item> folder(Map<String, TreeItem<Item>> folders, String path) {
        TreeItem<Item> known = folders.get(path);
        if (known != null) {
            return known;
        }
        // A path of very many parts is one folder, so that no archive makes the tree too deep.
        boolean deep = path.chars().filter(c -> c == '/').count() > 40;
        int slash = deep ? -1 : path.lastIndexOf('/');
        TreeItem<Item> item = new TreeItem<>(new Item(path.substring(slash + 1), null));
        item.setExpanded(true);
        folders.put(path, item);
        folder(folders, path.substring(0, Math.max(0, slash))).getChildren().add(item);
        return item;
    }

    private boolean openSelected() {
        TreeItem<Item> selected = getSelectionModel().getSelectedItem();
        MemberDiff.Change change = selected == null ? null : selected.getValue().change();
        if (change == null || !(isFile(change.before()) || isFile(change.after()))) {
            return false;
        }
        opened.accept(change);
        return true;
    }

    /** Selects the next member that differs, or the one before; false when there is none. */
    boolean step(boolean forward) {
        int by = forward ? 1 : -1;
        int at = getSelectionModel().getSelectedIndex() + by;
        while (at >= 0 && at < getExpandedItemCount()) {
            if (getTreeItem(at).getValue().change() != null) {
                getSelectionModel().clearAndSelect(at);
                getFocusModel().focus(at);
                scrollTo(Math.max(0, at - 3));
                return true;
            }
            at += by;
        }
        return false;
    }

    private static boolean isFile(@Nullable Member member) {
        return member != null && member.kind() == Member.Kind.FILE;
    }

    private static String size(Item item, boolean before) {
        MemberDiff.Change change = item.change();
        if (change == null) {
            return "";
        }
        Member member = before ? change.before() : change.after();
        if (member == null) {
            return "none";
        }
        boolean file = member.kind() == Member.Kind.FILE;
        return file && member.size() >= 0 ? HumanSize.spaced(member.size()) : "";
    }

    private static String difference(MemberDiff.Change change) {
        Member old = change.before();
        Member now = change.after();
        if (old == null || now == null) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        if (change.kind() == Kind.MODIFIED) {
            words.append(old.kind() == now.kind() ? "content" : "type");
        }
        if (old.mode() != now.mode() && old.mode() >= 0 && now.mode() >= 0) {
            String modes = ModeText.octal(old.mode()) + " → " + ModeText.octal(now.mode());
            words.append(words.isEmpty() ? "" : ", ").append("mode ").append(modes);
        }
        Instant was = old.modified();
        Instant is = now.modified();
        boolean times = change.kind() == Kind.METADATA_ONLY && !Objects.equals(was, is);
        if (times && was != null && is != null) {
            words.append(words.isEmpty() ? "" : ", ").append("modified ");
            words.append(TIME.format(was)).append(" → ").append(TIME.format(is));
        }
        return words + (change.isUnsure() ? "; its bytes were not compared" : "");
    }

    private static TreeTableColumn<Item, Item> column(
            String title, double width, Function<Item, String> words, String... styles) {
        TreeTableColumn<Item, Item> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.getStyleClass().addAll(List.of(styles));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(
                any ->
                        new TreeTableCell<>() {
                            @Override
                            protected void updateItem(@Nullable Item item, boolean empty) {
                                super.updateItem(item, empty);
                                setText(item == null || empty ? "" : words.apply(item));
                            }
                        });
        return column;
    }

    private static final class NameCell extends TreeTableCell<Item, Item> {
        private final Badge badge = new Badge();
        private final Label name = new Label();
        private final Region spacer = new Region();
        private final HBox box = new HBox(6, badge, name, spacer);

        NameCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(spacer, Priority.ALWAYS);
            badge.managedProperty().bind(badge.visibleProperty());
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            MemberDiff.Change change = item.change();
            badge.show(change == null ? Kind.UNCHANGED : change.kind(), false);
            name.setText(item.name());
            boolean gone = change != null && change.kind() == Kind.DELETED;
            name.getStyleClass().removeAll("deleted-text", "struck");
            if (gone) {
                name.getStyleClass().addAll("deleted-text", "struck");
            }
            setAccessibleText(
                    item.name() + (change == null ? "" : ", " + Badge.word(change.kind())));
            setGraphic(box);
        }
    }
}
