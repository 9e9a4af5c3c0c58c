package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The media type of a blob (image-spec, media-types.md). Any text is allowed; what a blob really
 * is, its bytes tell.
 *
 * @param value the type as written, for example {@code application/vnd.oci.image.layer.v1.tar+gzip}
 */
public record MediaType(String value) {
    /** An OCI image manifest. */
    public static final MediaType OCI_MANIFEST =
            new MediaType("application/vnd.oci.image.manifest.v1+json");

    /** An OCI image index. */
    public static final MediaType OCI_INDEX =
            new MediaType("application/vnd.oci.image.index.v1+json");

    /** An OCI image config. */
    public static final MediaType OCI_CONFIG =
            new MediaType("application/vnd.oci.image.config.v1+json");

    /** A bare descriptor. */
    public static final MediaType OCI_DESCRIPTOR =
            new MediaType("application/vnd.oci.descriptor.v1+json");

    /** The {@code oci-layout} file. */
    public static final MediaType OCI_LAYOUT =
            new MediaType("application/vnd.oci.layout.header.v1+json");

    /** A layer stored as a plain tar. */
    public static final MediaType OCI_LAYER =
            new MediaType("application/vnd.oci.image.layer.v1.tar");

    /** A layer stored as a gzipped tar. */
    public static final MediaType OCI_LAYER_GZIP =
            new MediaType("application/vnd.oci.image.layer.v1.tar+gzip");

    /** Docker's image manifest, schema 2. */
    public static final MediaType DOCKER_MANIFEST =
            new MediaType("application/vnd.docker.distribution.manifest.v2+json");

    /** Docker's manifest list. */
    public static final MediaType DOCKER_LIST =
            new MediaType("application/vnd.docker.distribution.manifest.list.v2+json");

    /** Docker's image config, also the type of the configs in docker-archives. */
    public static final MediaType DOCKER_CONFIG =
            new MediaType("application/vnd.docker.container.image.v1+json");

    /** Docker's plain layer tar, the type of the layers in docker-archives. */
    public static final MediaType DOCKER_LAYER =
            new MediaType("application/vnd.docker.image.rootfs.diff.tar");

    /** Docker's gzipped layer. */
    public static final MediaType DOCKER_LAYER_GZIP =
            new MediaType("application/vnd.docker.image.rootfs.diff.tar.gzip");

    /** Whether documents of this type are manifests of one image. */
    public boolean isManifest() {
        return equals(OCI_MANIFEST) || equals(DOCKER_MANIFEST);
    }

    /** Whether documents of this type list manifests. */
    public boolean isIndex() {
        return equals(OCI_INDEX) || equals(DOCKER_LIST);
    }

    /** Whether documents of this type are image configs with a root file system. */
    public boolean isConfig() {
        return equals(OCI_CONFIG) || equals(DOCKER_CONFIG);
    }

    /** Whether layers of this type are not meant to be passed on (image-spec, layer.md). */
    public boolean isNonDistributable() {
        return value.contains(".nondistributable.") || value.contains(".rootfs.foreign.");
    }

    /**
     * How a layer of this type is compressed.
     *
     * @return {@code gzip}, {@code zstd}, or {@code tar} where it is not; null for what is no layer
     *     type that we know
     */
    public @Nullable String layerPacking() {
        boolean layer =
                value.startsWith("application/vnd.oci.image.layer.")
                        || value.startsWith("application/vnd.docker.image.rootfs.");
        String last = value.substring(Math.max(value.lastIndexOf('.'), value.lastIndexOf('+')) + 1);
        return layer && Set.of("gzip", "zstd", "tar").contains(last) ? last : null;
    }

    @Override
    public String toString() {
        return value;
    }

    // Written out, since Java links what it makes itself anew at each start, which takes longer
    // than reading a small image.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MediaType type && value.equals(type.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
