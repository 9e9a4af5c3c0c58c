/**
 * The language of Dockerfiles: text to statements, statements to typed instructions, expansion of
 * variables, what an instruction does to an image's config, findings, and ignore files.
 *
 * <p>Everything here is pure: text goes in, values come out, and no file is opened. Every value
 * knows the place in the text that it was read from, so that errors, findings and the editor show
 * the same line. The rules are those of BuildKit's frontend (its reference for Dockerfiles); a
 * {@code syntax} directive is read, never fetched.
 *
 * <p>Reading goes on after what is odd and stops at what is wrong: a {@link
 * dev.stratoscope.model.dockerfile.DockerfileException} says where, what was expected, and shows
 * the line.
 */
package dev.stratoscope.model.dockerfile;
