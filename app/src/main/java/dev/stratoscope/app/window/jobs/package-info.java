/**
 * Work in the background as the status bar tells of it: the oldest job with rate, time left and
 * cancel, and a list of all of them.
 *
 * <p>Jobs are looked at ten times a second while there are any; what is over within a moment, and
 * for a while what nobody asked for, is never shown.
 */
package dev.stratoscope.app.window.jobs;
