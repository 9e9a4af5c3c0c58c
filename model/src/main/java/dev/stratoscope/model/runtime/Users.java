package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The users and groups that an image's own files name (passwd(5), group(5)). */
public final class Users {
    private static final long LARGEST_ID = 0xffff_fffeL;

    /** Longer lines are nobody's. */
    private static final int LONGEST_LINE = 1 << 16;

    private static final int MOST_GROUPS = 1 << 16;
    private static final String NO_HOME = "/";

    private Users() {}

    private record User(String name, long uid, long gid, String home) {}

    private record Group(String name, long gid, String members) {
        boolean has(String user) {
            return List.of(members.split(",", -1)).contains(user);
        }
    }

    /**
     * Who {@code user[:group]} is, by names or numbers; empty is the superuser. A number need not
     * be listed; its group is then 0. Supplementary groups are those that list the user, unless a
     * group is asked for.
     *
     * @param passwd the bytes of the image's {@code /etc/passwd}; null when it has none
     * @param group the bytes of the image's {@code /etc/group}; null when it has none
     * @throws UnknownUserException when a name is not listed, or a number out of range
     */
    public static Identity resolve(String user, byte @Nullable [] passwd, byte @Nullable [] group)
            throws IOException {
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        String groupName = colon < 0 ? "" : user.substring(colon + 1);
        User found = user(name.isEmpty() ? "0" : name, passwd);
        List<Group> groups = groups(group);
        if (!groupName.isEmpty()) {
            return new Identity(found.uid(), gid(groupName, groups), List.of(), found.home());
        }
        List<Long> further =
                groups.stream()
                        .filter(one -> !found.name().isEmpty() && one.has(found.name()))
                        .map(Group::gid)
                        .distinct()
                        .limit(MOST_GROUPS)
                        .toList();
        return new Identity(found.uid(), found.gid(), further, found.home());
    }

    private static User user(String name, byte @Nullable [] passwd) throws IOException {
        long number = number(name);
        User sameNumber = null;
        for (String[] fields : lines(passwd)) {
            long uid = fields.length < 4 ? -1 : number(fields[2]);
            long gid = fields.length < 4 ? -1 : number(fields[3]);
            if (uid < 0 || gid < 0) {
                continue;
            }
            String home = fields.length > 5 && fields[5].startsWith("/") ? fields[5] : NO_HOME;
            User user = new User(fields[0], uid, gid, home);
            if (fields[0].equals(name)) {
                return user;
            }
            if (uid == number && sameNumber == null) {
                sameNumber = user;
            }
        }
        if (sameNumber != null) {
            return sameNumber;
        }
        if (number < 0) {
            throw new UnknownUserException(
                    name, "there is no such user in the image's /etc/passwd");
        }
        return new User("", number, 0, NO_HOME);
    }

    private static long gid(String name, List<Group> groups) throws IOException {
        for (Group group : groups) {
            if (group.name().equals(name)) {
                return group.gid();
            }
        }
        long number = number(name);
        if (number < 0) {
            throw new UnknownUserException(
                    name, "there is no such group in the image's /etc/group");
        }
        return number;
    }

    private static List<Group> groups(byte @Nullable [] file) {
        List<Group> groups = new ArrayList<>();
        for (String[] fields : lines(file)) {
            long gid = fields.length < 3 ? -1 : number(fields[2]);
            if (gid >= 0) {
                groups.add(new Group(fields[0], gid, fields.length > 3 ? fields[3] : ""));
            }
        }
        return groups;
    }

    private static List<String[]> lines(byte @Nullable [] file) {
        if (file == null) {
            return List.of();
        }
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_LINE)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && line.charAt(0) != ':')
                .map(line -> line.split(":", -1))
                .toList();
    }

    /** The number that a text is; -1 when it is none, or no user's or group's. */
    private static long number(String text) {
        if (text.isEmpty() || text.length() > 10) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        long number = Long.parseLong(text);
        return number <= LARGEST_ID ? number : -1;
    }
}
