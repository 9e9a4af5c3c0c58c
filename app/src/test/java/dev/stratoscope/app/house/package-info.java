/**
 * The rules of the house as tests: what depends on what, and how sources are formatted. They read
 * every module, so they live in the last one.
 */
package dev.stratoscope.app.house;
