package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Steps as bytes: a letter, then what the step says, numbers big-endian, bytes by their length. */
final class StepCodec {
    private StepCodec() {}

    static byte[] encode(Step step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            switch (step) {
                case Step.Make(long number, ByteString path, Attributes said, boolean opaque) -> {
                    out.writeByte('m');
                    out.writeLong(number);
                    write(out, path);
                    write(out, said);
                    out.writeBoolean(opaque);
                }
                case Step.Link(ByteString file, ByteString name) -> {
                    out.writeByte('l');
                    write(out, file);
                    write(out, name);
                }
                case Step.Set(long number, Attributes said) -> {
                    out.writeByte('s');
                    out.writeLong(number);
                    write(out, said);
                }
                case Step.Opaque(ByteString path, boolean opaque) -> {
                    out.writeByte('o');
                    write(out, path);
                    out.writeBoolean(opaque);
                }
                case Step.Rename(ByteString from, ByteString to, boolean whiteout) -> {
                    out.writeByte('r');
                    write(out, from);
                    write(out, to);
                    out.writeBoolean(whiteout);
                }
                case Step.Forget(ByteString path) -> {
                    out.writeByte('f');
                    write(out, path);
                }
                case Step.Whiteout(ByteString path) -> {
                    out.writeByte('w');
                    write(out, path);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IOException of bytes that are no step
     */
    static Step decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int letter = in.readByte();
        Step step =
                switch (letter) {
                    case 'm' ->
                            new Step.Make(
                                    in.readLong(), bytes(in), attributes(in), in.readBoolean());
                    case 'l' -> new Step.Link(bytes(in), bytes(in));
                    case 's' -> new Step.Set(in.readLong(), attributes(in));
                    case 'o' -> new Step.Opaque(bytes(in), in.readBoolean());
                    case 'r' -> new Step.Rename(bytes(in), bytes(in), in.readBoolean());
                    case 'f' -> new Step.Forget(bytes(in));
                    case 'w' -> new Step.Whiteout(bytes(in));
                    default -> throw new IOException("an unknown step " + letter);
                };
        if (in.available() > 0) {
            throw new IOException("a step that is too long");
        }
        return step;
    }

    private static void write(DataOutputStream out, ByteString bytes) throws IOException {
        out.writeInt(bytes.length());
        out.write(bytes.toByteArray());
    }

    private static ByteString bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("bytes that are not there");
        }
        return ByteString.of(in.readNBytes(length));
    }

    private static void write(DataOutputStream out, Attributes said) throws IOException {
        out.writeByte(said.type().letter());
        out.writeShort(said.mode());
        out.writeLong(said.uid());
        out.writeLong(said.gid());
        write(out, said.user());
        write(out, said.group());
        out.writeLong(said.size());
        out.writeLong(said.mtimeSeconds());
        out.writeInt(said.mtimeNanos());
        write(out, said.link());
        out.writeLong(said.deviceMajor());
        out.writeLong(said.deviceMinor());
        out.writeInt(said.xattrs().size());
        for (Map.Entry<ByteString, ByteString> xattr : said.xattrs().entrySet()) {
            write(out, xattr.getKey());
            write(out, xattr.getValue());
        }
    }

    private static Attributes attributes(DataInputStream in) throws IOException {
        return new Attributes(
                type(in.readByte()),
                in.readShort() & 07777,
                in.readLong(),
                in.readLong(),
                bytes(in),
                bytes(in),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                bytes(in),
                in.readLong(),
                in.readLong(),
                xattrs(in));
    }

    private static EntryType type(int letter) throws IOException {
        for (EntryType type : EntryType.values()) {
            if (type.letter() == letter && isKept(type)) {
                return type;
            }
        }
        throw new IOException("an unknown kind of file");
    }

    /** A hard link is one more name here, and a whiteout a step. */
    static boolean isKept(EntryType type) {
        return type != EntryType.HARDLINK && type != EntryType.WHITEOUT;
    }

    private static Map<ByteString, ByteString> xattrs(DataInputStream in) throws IOException {
        Map<ByteString, ByteString> xattrs = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            xattrs.put(bytes(in), bytes(in));
        }
        return xattrs;
    }
}
