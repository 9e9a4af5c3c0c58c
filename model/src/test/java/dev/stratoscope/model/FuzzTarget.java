package dev.stratoscope.model;

import dev.stratoscope.model.archive.ArchiveFuzz;
import dev.stratoscope.model.archive.GzipFuzz;
import dev.stratoscope.model.archive.LayerFuzz;
import dev.stratoscope.model.archive.TarFuzz;
import dev.stratoscope.model.diff.TreeFuzz;
import dev.stratoscope.model.dockerfile.DockerfileFuzz;
import dev.stratoscope.model.dockerfile.IgnoreFuzz;
import dev.stratoscope.model.image.DocumentsFuzz;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What is fuzzed, and what each begins with. */
enum FuzzTarget {
    /** A tar, header by header. */
    TAR(TarFuzz.class, 8_192),
    /** A layer, packed or not. */
    LAYER(LayerFuzz.class, 8_192),
    /** The framing of gzip. */
    GZIP(GzipFuzz.class, 512),
    /** JSON documents. */
    DOCUMENTS(DocumentsFuzz.class, 4_096),
    /** Entries, indexes, trees and their differences. */
    TREE(TreeFuzz.class, 1_024),
    /** Whole archives. */
    ARCHIVE(ArchiveFuzz.class, 16_384),
    /** Dockerfiles. */
    DOCKERFILE(DockerfileFuzz.class, 2_048),
    /** Rules of what is left out of a context. */
    IGNORE(IgnoreFuzz.class, 128);

    private final Class<?> type;
    private final int longest;

    FuzzTarget(Class<?> type, int longest) {
        this.type = type;
        this.longest = longest;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> type() {
        return type;
    }

    /** The longest input, in bytes. */
    int longest() {
        return longest;
    }

    List<byte[]> seeds() throws IOException {
        return switch (this) {
            case TAR -> FuzzSeeds.tars();
            case LAYER -> FuzzSeeds.layers();
            case GZIP -> FuzzSeeds.gzips();
            case DOCUMENTS -> FuzzSeeds.documents();
            case TREE -> List.of();
            case ARCHIVE -> FuzzSeeds.archives();
            case DOCKERFILE -> FuzzSeeds.dockerfiles();
            case IGNORE -> FuzzSeeds.ignores();
        };
    }
}
