package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of an image in a registry (distribution, reference): {@code
 * registry[:port]/repository[:tag][@digest]}.
 *
 * @param registry the host with its port, if any; empty where a bare reference names none
 * @param repository the path of the repository, lower case, at most 255 characters
 * @param tag at most 128 characters; null where none is given
 * @param digest the manifest's; null where none is given; it wins over the tag
 */
public record Reference(
        String registry, String repository, @Nullable String tag, @Nullable Digest digest) {
    private static final String HUB = "docker.io";
    private static final String HUB_ONCE = "index.docker.io";
    private static final String OFFICIAL = "library/";
    private static final String LATEST = "latest";

    /** A host's name has 253 characters at most (RFC 1035), so this is enough for the port too. */
    private static final int LONGEST_REGISTRY = 300;

    private static final int LONGEST_REPOSITORY = 255;
    private static final int MOST_QUOTED = 80;

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(?:%1$s(?:\\.%1$s)*+|\\[[a-fA-F0-9:]++])(?::[0-9]++)?+"
                            .formatted("[a-zA-Z0-9]++(?:-++[a-zA-Z0-9]++)*+"));

    private static final Pattern REPOSITORY =
            Pattern.compile(
                    "%1$s(?:/%1$s)*+".formatted("[a-z0-9]++(?:(?:__|[._]|-++)[a-z0-9]++)*+"));

    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}+");
    private static final Pattern ID = Pattern.compile("[a-f0-9]{64}+");

    /** Checks each part against the grammar. */
    public Reference {
        if (!registry.isEmpty() && !isRegistry(registry)) {
            throw new IllegalArgumentException(quote(registry) + " is not a registry's host");
        }
        if (repository.length() > LONGEST_REPOSITORY) {
            throw new IllegalArgumentException(
                    "the repository's name has "
                            + repository.length()
                            + " characters, more than "
                            + LONGEST_REPOSITORY);
        }
        if (!REPOSITORY.matcher(repository).matches()) {
            boolean small = REPOSITORY.matcher(repository.toLowerCase(Locale.ROOT)).matches();
            throw new IllegalArgumentException(
                    quote(repository)
                            + (small
                                    ? " has upper case, which a repository's name may not"
                                    : " is not a repository's name"));
        }
        if (tag != null && !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(quote(tag) + " is not a tag");
        }
    }

    /**
     * Reads what a person writes, as docker takes it: what names no registry is docker.io's, and
     * what names no more than an image there is below {@code library/}. A missing tag stays
     * missing.
     *
     * @throws IllegalArgumentException when it is not a reference, or the id of an image
     */
    public static Reference parse(String text) {
        if (ID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    quote(text) + " is not a reference: 64 hex digits are an id");
        }
        int slash = text.indexOf('/');
        String head = slash < 0 ? "" : text.substring(0, slash);
        if (!namesRegistry(head)) {
            return parseBare(HUB + "/" + (slash < 0 ? OFFICIAL : "") + text);
        }
        if (!head.equals(HUB) && !head.equals(HUB_ONCE)) {
            return parseBare(text);
        }
        String rest = text.substring(slash + 1);
        return parseBare(HUB + "/" + (rest.indexOf('/') < 0 ? OFFICIAL : "") + rest);
    }

    /**
     * Reads a reference by the grammar alone, without docker's words for what is left out. A first
     * part that could be a registry is one.
     *
     * @throws IllegalArgumentException when it is not a reference
     */
    public static Reference parseBare(String text) {
        try {
            int at = text.indexOf('@');
            Digest digest = at < 0 ? null : Digest.parse(text.substring(at + 1));
            String named = at < 0 ? text : text.substring(0, at);
            int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
            String tag = colon < 0 ? null : named.substring(colon + 1);
            String name = colon < 0 ? named : named.substring(0, colon);
            int slash = name.indexOf('/');
            boolean hosted = slash > 0 && isRegistry(name.substring(0, slash));
            return new Reference(
                    hosted ? name.substring(0, slash) : "",
                    hosted ? name.substring(slash + 1) : name,
                    tag,
                    digest);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    quote(text) + " is not a reference: " + Printable.of(e.getMessage() + ""), e);
        }
    }

    /** Whether the text is a host and perhaps a port, as a reference may begin with. */
    public static boolean isRegistry(String text) {
        return text.length() <= LONGEST_REGISTRY && REGISTRY.matcher(text).matches();
    }

    /** Registry and repository. */
    public String name() {
        return registry.isEmpty() ? repository : registry + "/" + repository;
    }

    /** The same, tagged {@code latest} where it has neither tag nor digest. */
    public Reference withDefaultTag() {
        return tag == null && digest == null
                ? new Reference(registry, repository, LATEST, null)
                : this;
    }

    /**
     * The shortest text that {@link #parse} reads back as this very reference, as docker shows it.
     */
    public String familiar() {
        String whole = toString();
        if (!registry.equals(HUB)) {
            return whole;
        }
        String hub = whole.substring(HUB.length() + 1);
        boolean official =
                repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0;
        String brief = official ? hub.substring(OFFICIAL.length()) : hub;
        int slash = brief.indexOf('/');
        boolean mistaken =
                ID.matcher(brief).matches()
                        || (slash > 0 && namesRegistry(brief.substring(0, slash)));
        return mistaken ? whole : brief;
    }

    /** The whole reference, what {@link #parseBare} reads. */
    @Override
    public String toString() {
        return name() + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }

    /** Whether docker takes the part before the first slash for a registry. */
    private static boolean namesRegistry(String head) {
        return head.equals("localhost")
                || head.indexOf('.') >= 0
                || head.indexOf(':') >= 0
                || !head.toLowerCase(Locale.ROOT).equals(head);
    }

    private static String quote(String text) {
        boolean whole = text.length() <= MOST_QUOTED;
        return "\"" + Printable.of(whole ? text : text.substring(0, MOST_QUOTED) + "...") + "\"";
    }
}
