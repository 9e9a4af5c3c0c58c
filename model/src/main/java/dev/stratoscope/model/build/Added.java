package dev.stratoscope.model.build;

import java.io.IOException;
import java.util.List;

/** One source of an ADD. Safe for use by many threads. */
interface Added {
    /** What the result depends on, where placing it only in outline does not tell. */
    List<KeyPart> parts();

    /** Puts it where it belongs, or only what is made for it where it is told by its parts. */
    void sketch(Placement placement, CopyTarget target) throws IOException;

    /** Puts it where it belongs. */
    void place(Placement placement, CopyTarget target) throws IOException;

    /** A file or folder that is copied as COPY does. */
    static Added plain(SourcePaths.Match match) {
        return new Added() {
            @Override
            public List<KeyPart> parts() {
                return List.of();
            }

            @Override
            public void sketch(Placement placement, CopyTarget target) throws IOException {
                placement.place(match, target);
            }

            @Override
            public void place(Placement placement, CopyTarget target) throws IOException {
                placement.place(match, target);
            }
        };
    }
}
