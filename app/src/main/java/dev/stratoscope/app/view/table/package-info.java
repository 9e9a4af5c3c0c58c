/**
 * Lists of things in columns, each thing with its acts.
 *
 * <p>Images and containers are listed alike: a row says what it is, its acts come as buttons while
 * it is selected or pointed at, all of them in its menu, and each by a key. What a thing offers is
 * said once, by {@link dev.stratoscope.app.view.table.RowActs}; menu, buttons and keys are made of
 * that, so that they cannot differ.
 *
 * <p>Rows are replaced as a whole whenever what is listed was looked at again. The selection stays
 * with the thing, not with the line.
 */
package dev.stratoscope.app.view.table;
