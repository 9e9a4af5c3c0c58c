/**
 * Archives and compressed files that lie inside an image: what is in them, and the bytes of one
 * member.
 *
 * <p>{@link dev.stratoscope.model.parcel.Parcel} tells by content what a file is packed as (tar and
 * compressed tar, zip, ar, or one compressed file). Nothing is unpacked to disk. What is listed and
 * how far is bounded; a damaged archive gives the members before the damage, and the reason.
 *
 * <p>Decisions: tars are read by our own codec, which keeps names as bytes and has limits on
 * everything that it allocates. A zip is read by its directory at the end, which needs only the few
 * pages it lies in; where that is damaged or missing, by its members from the beginning.
 */
package dev.stratoscope.model.parcel;
