/** What the program remembers between starts: the theme and the items opened last. */
package dev.stratoscope.app.settings;
