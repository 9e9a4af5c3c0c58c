/**
 * The life of a writable layer: views, active and committed snapshots, by chainID.
 *
 * <p>Layers are unpacked for real processes once each, however many images have them; an active
 * snapshot is an upper folder over them in overlayfs's own form (see the kernel's documentation of
 * overlayfs, "whiteouts and opaque directories"). What an upper folder says is read back as a
 * {@link dev.stratoscope.model.tree.LayerIndex}, so that a container's layer is looked at, compared
 * and committed like any other.
 *
 * <p>Where overlayfs cannot be used, by anybody but root or on another system than Linux, an active
 * snapshot has the form of {@link dev.stratoscope.model.union.JournaledUpper} and lies on no
 * unpacked layers. {@link dev.stratoscope.model.snapshot.Codec} decides that, once; each snapshot
 * says in its folder which form it has, and is converted in one step when it is to be mounted.
 */
package dev.stratoscope.model.snapshot;
