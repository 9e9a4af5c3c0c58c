/**
 * The local store: images, their blobs once each, and who is using them.
 *
 * <p>The folder is an OCI image layout that other programs read as it stands at any moment: {@code
 * oci-layout}, {@code index.json} and {@code blobs}. An entry of the index is one name of one
 * image; an image without names has one entry without a name. Beside them lie our own things, which
 * a layout may have (image-spec, image-layout.md): {@code ingest} (files that are being written),
 * {@code leases} (which program needs what), {@code holds} (which container needs what), {@code
 * sizes} (what a listing tells of layers), {@code lock}.
 *
 * <p>What always holds, wherever a program is killed:
 *
 * <ul>
 *   <li>The index is replaced as a whole, after all it leads to is safely on disk; blobs are
 *       removed after the index no longer leads to them. So what is listed is whole, and what is
 *       left over is found by the next sweep.
 *   <li>The lock is held for changes of the index, for changes of leases, and for mark-and-sweep,
 *       never while bytes are copied. It and the leases are locks of the operating system, which
 *       end with their process.
 *   <li>A digest is written to a lease, under the lock, before anybody asks whether the blob is
 *       there already; sweeping spares what a living lease names.
 *   <li>Time plays no part: nothing is removed because it looks old.
 * </ul>
 *
 * <p>Locks of POSIX belong to a process and go when any of its descriptors of the file is closed.
 * So each process keeps a table of its own leases and never opens their files a second time, and
 * its threads take turns at the lock file.
 */
package dev.stratoscope.model.store;
