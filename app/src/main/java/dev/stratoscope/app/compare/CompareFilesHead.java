package dev.stratoscope.app.compare;

import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.files.ColumnChoice;
import dev.stratoscope.app.view.files.FileColumn;
import dev.stratoscope.app.view.files.FilesHead;
import dev.stratoscope.model.diff.Kind;

import javafx.beans.property.ObjectProperty;

import java.util.List;

/** The paths that two sides differ in. */
final class CompareFilesHead implements FilesHead {
    private final ObjectProperty<CompareScope> scope;
    private final Segments<CompareScope> scopes;

    CompareFilesHead(ObjectProperty<CompareScope> scope) {
        this.scope = scope;
        scopes = new Segments<>(scope);
        scopes.add(CompareScope.SELECTED_LAYERS, "Selected layers", "Layers");
        scopes.add(CompareScope.WHOLE_IMAGES, "Whole images", "Images");
    }

    @Override
    public Segments<CompareScope> scopes() {
        return scopes;
    }

    @Override
    public CompareScope scope() {
        return scope.get();
    }

    @Override
    public String word(Kind kind) {
        return switch (kind) {
            case ADDED -> "Only right";
            case MODIFIED -> "Content";
            case METADATA_ONLY -> "Metadata";
            case DELETED -> "Only left";
            case UNCHANGED -> "Same";
        };
    }

    @Override
    public String where(int here) {
        return scope.get() == CompareScope.WHOLE_IMAGES
                ? "that differs between the images"
                : "that differs between the two layers";
    }

    @Override
    public String nothing() {
        return scope.get() == CompareScope.WHOLE_IMAGES
                ? "Both images have the same files."
                : "Both layers hold the same files.";
    }

    @Override
    public boolean hasUnchanged() {
        return false;
    }

    @Override
    public List<FileColumn> columns() {
        return FileColumn.OF_TWO;
    }

    @Override
    public ColumnChoice usual() {
        return ColumnChoice.of(List.of("left_size", "right_size", "difference", "layers"));
    }

    @Override
    public boolean showsPath() {
        return false;
    }

    @Override
    public FileColumn sortedBy() {
        return FileColumn.DIFFERENCE;
    }
}
