package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Segments;
import dev.stratoscope.app.view.stack.Scope;

import javafx.beans.property.ObjectProperty;

import java.util.List;

/** The files of one image, as its stack covers them. */
final class ImageHead implements FilesHead {
    private final ObjectProperty<Scope> scope;
    private final Segments<Scope> scopes;

    ImageHead(ObjectProperty<Scope> scope) {
        this.scope = scope;
        scopes = new Segments<>(scope);
        scopes.add(Scope.THIS_LAYER, "This layer", "Layer");
        scopes.add(Scope.UP_TO_HERE, "Up to here", "To here");
        scopes.add(Scope.WHOLE_IMAGE, "Whole image", "Image");
        scopes.add(Scope.COMPARED_WITH, "Compared with…", "Compare…");
    }

    @Override
    public Segments<Scope> scopes() {
        return scopes;
    }

    @Override
    public Scope scope() {
        return scope.get();
    }

    @Override
    public String where(int here) {
        return switch (scope.get()) {
            case THIS_LAYER -> "in L" + here;
            case UP_TO_HERE -> "up to L" + here;
            case WHOLE_IMAGE -> "of the image";
            case COMPARED_WITH -> "of the two layers";
        };
    }

    @Override
    public String nothing() {
        return "This layer changes no files.";
    }

    @Override
    public boolean hasUnchanged() {
        return true;
    }

    @Override
    public List<FileColumn> columns() {
        return FileColumn.OF_ONE;
    }

    @Override
    public ColumnChoice usual() {
        return ColumnChoice.DEFAULT;
    }
}
