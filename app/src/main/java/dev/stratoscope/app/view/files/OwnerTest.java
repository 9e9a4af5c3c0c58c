package dev.stratoscope.app.view.files;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Decides whether a path belongs to whom a filter asks for. One is used by one thread. */
final class OwnerTest {
    private final String wanted;
    private final ByteString wantedName;
    private final Function<Attributes, String> names;
    private final Map<Numbers, Boolean> known = new HashMap<>();

    private record Numbers(long user, long group) {}

    /**
     * A test.
     *
     * @param wanted as {@link FileFilter#owner}
     * @param names gives {@code user:group} as the image names them
     */
    OwnerTest(String wanted, Function<Attributes, String> names) {
        this.wanted = wanted;
        this.wantedName = ByteString.of(wanted);
        this.names = names;
    }

    /** The same for another thread. */
    OwnerTest fresh() {
        return new OwnerTest(wanted, names);
    }

    boolean test(Attributes said) {
        return known.computeIfAbsent(
                        new Numbers(said.uid(), said.gid()), numbers -> isNamed(said, numbers))
                || said.user().equals(wantedName);
    }

    private boolean isNamed(Attributes said, Numbers numbers) {
        String name = names.apply(said);
        return wanted.equals(String.valueOf(numbers.user))
                || wanted.equals(numbers.user + ":" + numbers.group)
                || wanted.equals(":" + numbers.group)
                || name.equals(wanted)
                || name.startsWith(wanted + ":");
    }
}
