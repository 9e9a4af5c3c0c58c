package dev.stratoscope.model.image;

/** The containers that images can be saved to. */
public enum SaveFormat {
    /** A tar as {@code docker save} writes it: manifest.json, configs, uncompressed layers. */
    DOCKER_ARCHIVE("docker-archive"),
    /** A tar of an OCI image layout, blobs as they are stored. */
    OCI_ARCHIVE("oci-archive"),
    /** A folder that is an OCI image layout, blobs as they are stored. */
    OCI_LAYOUT("oci");

    private final String word;

    SaveFormat(String word) {
        this.word = word;
    }

    /** The name of the transport that reads it, as skopeo calls it. */
    public String word() {
        return word;
    }
}
