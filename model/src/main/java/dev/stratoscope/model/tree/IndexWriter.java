package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.NumberColumn.LONG;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.tree.NumberColumn.Fit;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;

/** Lays what a builder gathered into the packed form of {@link IndexForm}. */
final class IndexWriter {
    private static final Fit NO_NUMBERS = new Fit(0, 0, 0, 0);

    private final int[] order;
    private final Names names;
    private final Columns columns;
    private final int nodes;
    private final List<Section> sections = new ArrayList<>();
    private long end = IndexForm.HEAD;

    /**
     * For the live nodes of a trie.
     *
     * @param order the trie's numbers of the nodes, in the order of the index
     */
    IndexWriter(int[] order, Names names, Columns columns) {
        this.order = order;
        this.names = names;
        this.columns = columns;
        this.nodes = order.length;
    }

    private record Section(long offset, long length, Fit fit, Consumer<MemorySegment> writer) {}

    /**
     * Writes all but the targets of the hard links, which are found with the index's help and
     * brought by {@link #writeTargets}.
     *
     * @param firstChild one more than there are nodes
     * @param hardLinks the nodes that are hard links, ascending
     */
    MemorySegment write(
            int[] firstChild, int[] hardLinks, int entries, long tarSize, List<Finding> findings) {
        int[] look = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            look[i] = columns.look(order[i]);
        }
        numbers(nodes + 1, i -> firstChild[i]);
        names();
        numbers(nodes, i -> look[i]);
        numbers(nodes, i -> columns.size[order[i]]);
        IntToLongFunction offsets = i -> columns.offset[order[i]];
        numbers(Fit.ofBlocks(nodes, offsets), offsets);
        numbers(nodes, i -> columns.mtime[order[i]]);
        numbers(nodes, i -> columns.nanos(order[i]));
        digests();
        links();
        int[] rares = ranks(i -> columns.rare(order[i]) >= 0);
        numbers(rares.length, i -> columns.rare(order[rares[i]]));
        numbers(hardLinks.length, i -> hardLinks[i]);
        section(targets(hardLinks.length).bytes(), targets(hardLinks.length), to -> {});
        SideWriter side = new SideWriter();
        columns.tables(findings).write(side);
        MemorySegment tables = MemorySegment.ofArray(side.toByteArray());
        section(tables.byteSize(), NO_NUMBERS, to -> to.copyFrom(tables));
        return packed(hardLinks.length, entries, tarSize);
    }

    /** Brings the targets of the hard links, in the order of these. */
    void writeTargets(MemorySegment index, int[] found) {
        Section section = sections.get(IndexForm.HARD_LINK_TARGETS);
        section.fit().write(index.asSlice(section.offset(), section.length()), i -> found[i]);
    }

    /** Targets are nodes, or links that are told from them by being negative. */
    private Fit targets(int count) {
        return Fit.between(count, -1L - nodes, nodes);
    }

    private void names() {
        long[] starts = new long[nodes + 1];
        for (int i = 0; i < nodes; i++) {
            starts[i + 1] = starts[i] + names.length(order[i]);
        }
        numbers(nodes + 1, i -> starts[i]);
        section(
                starts[nodes] + NumberColumn.PADDING,
                NO_NUMBERS,
                to -> {
                    for (int i = 0; i < nodes; i++) {
                        names.copy(order[i], to, starts[i]);
                    }
                });
    }

    private void digests() {
        int[] files = ranks(i -> columns.hasDigest(order[i]));
        section(
                (long) files.length * IndexForm.DIGEST,
                NO_NUMBERS,
                to -> {
                    for (int i = 0; i < files.length; i++) {
                        columns.copyDigest(order[files[i]], to, (long) i * IndexForm.DIGEST);
                    }
                });
    }

    private void links() {
        int[] links = ranks(i -> columns.hasLink(order[i]));
        long[] starts = new long[links.length + 1];
        for (int i = 0; i < links.length; i++) {
            starts[i + 1] = starts[i] + columns.linkLength(order[links[i]]);
        }
        numbers(starts.length, i -> starts[i]);
        section(
                starts[links.length] + NumberColumn.PADDING,
                NO_NUMBERS,
                to -> {
                    for (int i = 0; i < links.length; i++) {
                        columns.copyLink(order[links[i]], to, starts[i]);
                    }
                });
    }

    /** Says which nodes have something. */
    private int[] ranks(IntPredicate has) {
        section(Ranks.bytes(nodes), NO_NUMBERS, to -> Ranks.write(to, nodes, has));
        IntList found = new IntList();
        for (int i = 0; i < nodes; i++) {
            if (has.test(i)) {
                found.add(i);
            }
        }
        return found.toArray();
    }

    private void numbers(int count, IntToLongFunction values) {
        numbers(Fit.of(count, values), values);
    }

    private void numbers(Fit fit, IntToLongFunction values) {
        section(fit.bytes(), fit, to -> fit.write(to, values));
    }

    private void section(long length, Fit fit, Consumer<MemorySegment> writer) {
        sections.add(new Section(end, length, fit, writer));
        end += (length + Long.BYTES - 1) & -Long.BYTES;
    }

    private MemorySegment packed(int hardLinks, int entries, long tarSize) {
        MemorySegment to = Arena.ofAuto().allocate(end, Long.BYTES);
        long contents = 0;
        for (int row : order) {
            contents += columns.contentSize(row);
        }
        to.set(LONG, IndexForm.AT_MAGIC, IndexForm.MAGIC);
        to.set(LONG, IndexForm.AT_LENGTH, end);
        to.set(LONG, IndexForm.AT_NODES, nodes);
        to.set(LONG, IndexForm.AT_ENTRIES, entries);
        to.set(LONG, IndexForm.AT_TAR_SIZE, tarSize);
        to.set(LONG, IndexForm.AT_CONTENT_SIZE, contents);
        to.set(LONG, IndexForm.AT_HARD_LINKS, hardLinks);
        long row = IndexForm.AT_SECTIONS;
        for (Section section : sections) {
            Fit fit = section.fit();
            to.set(LONG, row, section.offset());
            to.set(LONG, row + 8, section.length());
            to.set(LONG, row + 16, fit.width() | ((long) fit.shift() << 8));
            to.set(LONG, row + 24, fit.base());
            row += IndexForm.ROW;
            section.writer().accept(to.asSlice(section.offset(), section.length()));
        }
        return to;
    }
}
