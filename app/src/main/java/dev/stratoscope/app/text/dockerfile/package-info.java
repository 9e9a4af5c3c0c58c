/**
 * The Dockerfile behind an image, as far as its config tells.
 *
 * <p>{@link dev.stratoscope.app.text.dockerfile.Reconstruction} is the way in. History is read as
 * the classic builder, BuildKit, buildah and kaniko write it; the run configuration settles what
 * history leaves ambiguous (where a value with spaces ends) and adds what it does not tell.
 *
 * <p>Invariants: the text is a Dockerfile that docker's parser takes; what cannot be known is said
 * in a comment; each line belongs to one step of the history at most, and each layer has exactly
 * one instruction. Lines are safe to show: what {@link dev.stratoscope.app.text.Escapes} takes for
 * unsafe is escaped, but for tabs.
 *
 * <p>Decisions: all of it is one stage from {@code scratch}, since history goes down to there and
 * does not tell where a base image ends. A layer no instruction is known of is {@code ADD Ln.tar
 * /}, which makes the same layer from its own tar.
 */
package dev.stratoscope.app.text.dockerfile;
