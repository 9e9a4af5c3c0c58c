package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.app.view.files.FileColumn;
import dev.stratoscope.app.view.files.FilesHead;
import dev.stratoscope.app.view.files.Ticks;

import javafx.beans.property.SimpleObjectProperty;

import java.util.List;

/** The paths that a container wrote, each of which can be ticked. */
final class ChangesHead implements FilesHead {
    private static final String ALL = "what the container wrote";

    private final Segments<String> scopes = new Segments<>(new SimpleObjectProperty<>(ALL));
    private final Ticks ticks;

    ChangesHead(Ticks ticks) {
        this.ticks = ticks;
    }

    @Override
    public Segments<String> scopes() {
        return scopes;
    }

    @Override
    public String scope() {
        return ALL;
    }

    @Override
    public String where(int here) {
        return "that the container changed";
    }

    @Override
    public String nothing() {
        return "The container wrote nothing yet.";
    }

    @Override
    public boolean hasUnchanged() {
        return false;
    }

    @Override
    public List<FileColumn> columns() {
        return FileColumn.OF_WRITTEN;
    }

    @Override
    public ColumnChoice usual() {
        return ColumnChoice.of(List.of("size", "against", "mode", "written"));
    }

    @Override
    public boolean showsPath() {
        return false;
    }

    @Override
    public String nameTitle() {
        return "Path";
    }

    @Override
    public Ticks ticks() {
        return ticks;
    }
}
