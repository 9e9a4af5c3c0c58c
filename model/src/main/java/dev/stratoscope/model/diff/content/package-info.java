/**
 * What changed between two versions of one file: of its lines, the words in a line, its bytes, and
 * what it packs.
 *
 * <p>Text comes here as lines; how bytes are text is no matter of this package. Files of strangers
 * may be made to be slow to compare, so every comparison is bounded: in steps of work for lines and
 * words, in bytes read for what archives hold. Beyond the bound the answer is coarser, never wrong,
 * and says so.
 */
package dev.stratoscope.model.diff.content;
