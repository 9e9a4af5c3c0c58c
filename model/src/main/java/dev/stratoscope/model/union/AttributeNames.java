package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The attributes that can be asked for by name: those of the views {@code basic}, {@code posix},
 * {@code owner} and {@code unix} as in the JDK, and extended ones by their full names in {@code
 * xattr} and by what follows {@code user.} in {@code user}, as bytes.
 */
final class AttributeNames {
    static final String XATTR = "xattr";
    static final String USER = "user";
    static final ByteString USER_PREFIX = ByteString.of("user.");

    private static final Map<String, Function<NodeAttributes, Object>> BASIC = new TreeMap<>();
    private static final Map<String, Function<NodeAttributes, Object>> OWNER = new TreeMap<>();
    private static final Map<String, Function<NodeAttributes, Object>> POSIX = new TreeMap<>();
    private static final Map<String, Function<NodeAttributes, Object>> UNIX = new TreeMap<>();

    static {
        BASIC.put("lastModifiedTime", NodeAttributes::lastModifiedTime);
        BASIC.put("lastAccessTime", NodeAttributes::lastAccessTime);
        BASIC.put("creationTime", NodeAttributes::creationTime);
        BASIC.put("size", NodeAttributes::size);
        BASIC.put("isRegularFile", NodeAttributes::isRegularFile);
        BASIC.put("isDirectory", NodeAttributes::isDirectory);
        BASIC.put("isSymbolicLink", NodeAttributes::isSymbolicLink);
        BASIC.put("isOther", NodeAttributes::isOther);
        BASIC.put("fileKey", NodeAttributes::fileKey);
        OWNER.put("owner", NodeAttributes::owner);
        POSIX.putAll(BASIC);
        POSIX.putAll(OWNER);
        POSIX.put("group", NodeAttributes::group);
        POSIX.put("permissions", NodeAttributes::permissions);
        UNIX.putAll(POSIX);
        UNIX.put("mode", NodeAttributes::statMode);
        UNIX.put("uid", of -> number(of.said().uid()));
        UNIX.put("gid", of -> number(of.said().gid()));
        UNIX.put("nlink", of -> number(of.links()));
        UNIX.put("ino", of -> of.number().inode());
        UNIX.put("dev", of -> of.number().up() ? 1L : 0L);
        UNIX.put("rdev", AttributeNames::device);
        UNIX.put("ctime", NodeAttributes::lastModifiedTime);
    }

    private AttributeNames() {}

    /** As the JDK has it, where that is large enough. */
    private static Object number(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    /** As the C library puts both numbers into one. */
    private static Object device(NodeAttributes of) {
        long major = of.said().deviceMajor();
        long minor = of.said().deviceMinor();
        return ((major & 0xffff_f000L) << 32)
                | ((major & 0xfffL) << 8)
                | ((minor & 0xffff_ff00L) << 12)
                | (minor & 0xffL);
    }

    /** The view and the names in it that a word such as {@code unix:uid,gid} asks for. */
    record Asked(String view, List<String> names) {
        static Asked of(String word) {
            int colon = word.indexOf(':');
            String view = colon < 0 ? "basic" : word.substring(0, colon);
            return new Asked(view, List.of(word.substring(colon + 1).split(",", -1)));
        }

        /**
         * As {@link #of}, of one name; that of an extended attribute may have commas.
         *
         * @throws IllegalArgumentException of a word without a name
         */
        static Asked one(String word) {
            int colon = word.indexOf(':');
            String name = word.substring(colon + 1);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("no attribute is named by " + word);
            }
            return new Asked(colon < 0 ? "basic" : word.substring(0, colon), List.of(name));
        }
    }

    static Map<String, Object> read(NodeAttributes from, Asked asked) {
        Map<String, Object> all = all(from, asked.view());
        Map<String, Object> found = new LinkedHashMap<>();
        for (String name : asked.names()) {
            if (name.equals("*")) {
                found.putAll(all);
            } else if (all.containsKey(name)) {
                found.put(name, all.get(name));
            } else {
                throw new IllegalArgumentException(asked.view() + " has no attribute " + name);
            }
        }
        return found;
    }

    private static Map<String, Object> all(NodeAttributes from, String view) {
        Map<String, Object> all = new TreeMap<>();
        switch (view) {
            case "basic" -> BASIC.forEach((name, of) -> all.put(name, of.apply(from)));
            case "owner" -> OWNER.forEach((name, of) -> all.put(name, of.apply(from)));
            case "posix" -> POSIX.forEach((name, of) -> all.put(name, of.apply(from)));
            case "unix" -> UNIX.forEach((name, of) -> all.put(name, of.apply(from)));
            case XATTR, USER ->
                    from.said()
                            .xattrs()
                            .forEach(
                                    (name, value) -> {
                                        String shown = shown(view, name);
                                        if (!shown.isEmpty()) {
                                            all.put(shown, value.toByteArray());
                                        }
                                    });
            default -> throw new UnsupportedOperationException("there is no view " + view);
        }
        return all;
    }

    /** An extended attribute's name in a view; empty when it is not in it. */
    private static String shown(String view, ByteString name) {
        byte[] bytes = name.toByteArray();
        if (view.equals(XATTR)) {
            return PathText.decode(bytes);
        }
        int from = USER_PREFIX.length();
        return isUser(name)
                ? PathText.decode(ByteString.of(bytes, from, bytes.length).toByteArray())
                : "";
    }

    static boolean isUser(ByteString name) {
        return name.length() > USER_PREFIX.length()
                && ByteString.of(name.toByteArray(), 0, USER_PREFIX.length()).equals(USER_PREFIX);
    }
}
