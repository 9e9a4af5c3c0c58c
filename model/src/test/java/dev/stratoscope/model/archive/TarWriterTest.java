package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.Tools;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What {@link TarWriter} wrote reads back equal, here and in GNU tar. */
class TarWriterTest {
    private static final int TARS = 400;

    private record Written(ByteString path, Attributes attributes, ByteString content) {}

    @Test
    void randomEntriesReadBackEqual() throws IOException {
        for (long seed = 0; seed < TARS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Written[] written = new Written[random.nextInt(1, 8)];
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TarWriter writer = new TarWriter(bytes);
            for (int i = 0; i < written.length; i++) {
                written[i] = entry(random);
                writer.add(
                        written[i].path(),
                        written[i].attributes(),
                        written[i].content().toByteArray());
            }
            writer.end();
            check(written, bytes.toByteArray(), "seed " + seed);
        }
    }

    private static void check(Written[] written, byte[] bytes, String seed) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(bytes), Limits.DEFAULT, seed);
        for (Written wanted : written) {
            TarEntry read = reader.next();
            assertEquals(EntryPath.clean(wanted.path()), EntryPath.clean(read.path()), seed);
            assertEquals(wanted.attributes(), read.attributes(), seed);
            byte[] content = new byte[(int) read.stored()];
            for (int at = 0; at < content.length; ) {
                at += reader.read(content, at, content.length - at);
            }
            assertEquals(wanted.content(), ByteString.of(content), seed);
        }
        assertEquals(null, reader.next(), seed);
        assertEquals(bytes.length, reader.position() + 512, seed);
    }

    @Test
    void bigDeviceNumbersReadBackEqual() throws IOException {
        Attributes device =
                new Attributes(
                        EntryType.BLOCK_DEVICE,
                        0,
                        0,
                        0,
                        "",
                        "",
                        0,
                        0,
                        0,
                        ByteString.EMPTY,
                        1L << 22,
                        1L << 31,
                        Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TarWriter(bytes).add(ByteString.of("d"), device, new byte[0]);
        assertEquals(
                device, RawTar.read(bytes.toByteArray(), Limits.DEFAULT).getFirst().attributes());
    }

    @Test
    void gnuTarAcceptsIt(@TempDir Path folder) throws Exception {
        assumeTrue(Tools.has("tar"), "tar is not installed: its reading of our tars is not tested");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(bytes);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int count = 0;
        while (count < 100) {
            Written entry = entry(random);
            if (isKnownToGnu(entry.attributes())) {
                writer.add(entry.path(), entry.attributes(), entry.content().toByteArray());
                count++;
            }
        }
        writer.end();
        Path file = Files.write(folder.resolve("a.tar"), bytes.toByteArray());
        String listed = Tools.run("tar", "--quoting-style=escape", "-tvf", file.toString());
        assertEquals(
                count, listed.lines().filter(line -> !line.startsWith("tar:")).count(), listed);
    }

    /** GNU tar on Linux has 32 bits for owners, and no times beyond what a clock shows. */
    private static boolean isKnownToGnu(Attributes said) {
        return Math.abs(said.mtimeSeconds()) < 1L << 40
                && said.uid() < 1L << 32
                && said.gid() < 1L << 32;
    }

    private static Written entry(RandomGenerator random) {
        EntryType[] types = {
            EntryType.FILE,
            EntryType.FILE,
            EntryType.DIRECTORY,
            EntryType.SYMLINK,
            EntryType.HARDLINK,
            EntryType.CHARACTER_DEVICE,
            EntryType.FIFO
        };
        EntryType type = types[random.nextInt(types.length)];
        byte[] content = new byte[type == EntryType.FILE ? random.nextInt(2_000) : 0];
        random.nextBytes(content);
        boolean link = type == EntryType.SYMLINK || type == EntryType.HARDLINK;
        Map<String, ByteString> xattrs = new HashMap<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            byte[] value = new byte[random.nextInt(120)];
            random.nextBytes(value);
            xattrs.put("user.ä" + i, ByteString.of(value));
        }
        return new Written(
                name(random),
                new Attributes(
                        type,
                        random.nextInt(010000),
                        number(random) & Long.MAX_VALUE,
                        number(random) & Long.MAX_VALUE,
                        random.nextBoolean() ? "" : "u".repeat(random.nextInt(40)),
                        random.nextBoolean() ? "" : "ñ".repeat(random.nextInt(20)),
                        content.length,
                        number(random),
                        random.nextBoolean() ? 0 : random.nextInt(1_000_000_000),
                        link ? name(random) : ByteString.EMPTY,
                        type.isDevice() ? random.nextInt(1 << 21) : 0,
                        type.isDevice() ? random.nextInt(1 << 21) : 0,
                        xattrs),
                ByteString.of(content));
    }

    /** Any size of number, both signs; PAX has seconds of a long. */
    private static long number(RandomGenerator random) {
        return random.nextLong() >> random.nextInt(1, 64);
    }

    /** One byte to 400, any but NUL; never a leading dot, which paths may lose. */
    private static ByteString name(RandomGenerator random) {
        byte[] name =
                new byte[random.nextInt(4) == 0 ? random.nextInt(1, 400) : random.nextInt(98, 103)];
        boolean ascii = random.nextBoolean();
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) (ascii ? random.nextInt('a', 'z') : random.nextInt(1, 256));
            if (name[i] == '/' || name[i] == '.') {
                name[i] = 'x';
            }
        }
        return ByteString.of(name);
    }
}
