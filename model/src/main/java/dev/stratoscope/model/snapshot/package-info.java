/**
 * The life of a writable layer: views, active and committed snapshots, by chainID.
 *
 * <p>Layers are unpacked for real processes once each, however many images have them; an active
 * snapshot is an upper folder over them in overlayfs's own form (see the kernel's documentation of
 * overlayfs, "whiteouts and opaque directories"). What an upper folder says is read back as a
 * {@link dev.stratoscope.model.tree.LayerIndex}, so that a container's layer is looked at, compared
 * and committed like any other.
 */
package dev.stratoscope.model.snapshot;
