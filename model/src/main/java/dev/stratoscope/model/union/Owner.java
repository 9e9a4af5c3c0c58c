package dev.stratoscope.model.union;

import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;

/**
 * A user by number. Names are the business of the image's own passwd file, so the name is the
 * number too.
 *
 * @param id 0 to 4,294,967,294; a layer may say more
 */
record Owner(long id) implements UserPrincipal {
    private static final long MOST = 0xffff_fffeL;

    @Override
    public String getName() {
        return Long.toString(id);
    }

    @Override
    public String toString() {
        return getName();
    }

    /** A group by number. */
    record Group(long id) implements GroupPrincipal {
        @Override
        public String getName() {
            return Long.toString(id);
        }

        @Override
        public String toString() {
            return getName();
        }
    }

    static long checked(long id) {
        if (id < 0 || id > MOST) {
            throw new IllegalArgumentException("no user or group has the number " + id);
        }
        return id;
    }

    /** Finds users and groups by their numbers. */
    static final class Lookup extends UserPrincipalLookupService {
        @Override
        public UserPrincipal lookupPrincipalByName(String name)
                throws UserPrincipalNotFoundException {
            return new Owner(number(name));
        }

        @Override
        public GroupPrincipal lookupPrincipalByGroupName(String group)
                throws UserPrincipalNotFoundException {
            return new Group(number(group));
        }

        private static long number(String name) throws UserPrincipalNotFoundException {
            try {
                return checked(Long.parseLong(name));
            } catch (IllegalArgumentException e) {
                throw new UserPrincipalNotFoundException(name);
            }
        }
    }
}
