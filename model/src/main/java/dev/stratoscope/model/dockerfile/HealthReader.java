package dev.stratoscope.model.dockerfile;

/** Reads HEALTHCHECK. */
final class HealthReader {
    private static final long LEAST = 1_000_000;

    private final SourceText text;
    private final Statement statement;
    private final FlagValues flags;

    HealthReader(SourceText text, Statement statement, FlagValues flags) {
        this.text = text;
        this.statement = statement;
        this.flags = flags;
    }

    Instruction.Healthcheck read() throws DockerfileException {
        String kind = statement.words().isEmpty() ? "" : statement.words().getFirst();
        boolean hasCommand = statement.words().size() > 1;
        if (kind.equals("NONE")) {
            if (hasCommand || !statement.flags().isEmpty()) {
                throw text.wrong(statement.range(), "HEALTHCHECK NONE takes nothing more");
            }
            return new Instruction.Healthcheck(statement, null, 0, 0, 0, 0, 0);
        }
        if (!kind.equals("CMD") || !hasCommand) {
            throw text.wrong(
                    statement.range(),
                    kind.equals("CMD")
                            ? "HEALTHCHECK CMD needs a command"
                            : "HEALTHCHECK needs to know what to do: expected CMD or NONE");
        }
        return new Instruction.Healthcheck(
                statement,
                new Command(
                        !statement.json(),
                        statement.words().subList(1, statement.words().size()),
                        statement.heredocs()),
                span("interval"),
                span("timeout"),
                span("start-period"),
                span("start-interval"),
                retries());
    }

    private long span(String name) throws DockerfileException {
        String value = flags.value(name);
        if (value == null) {
            return 0;
        }
        long nanos = Span.nanos(value);
        if (nanos < 0 || (nanos > 0 && nanos < LEAST)) {
            throw text.wrong(
                    flags.all(name).getFirst().range(),
                    "--"
                            + name
                            + " cannot be "
                            + value
                            + ": expected 0, or 1ms or more, such as 30s");
        }
        return nanos;
    }

    private int retries() throws DockerfileException {
        String value = flags.value("retries");
        if (value == null) {
            return 0;
        }
        try {
            int retries = Integer.parseInt(value);
            if (retries >= 0) {
                return retries;
            }
        } catch (NumberFormatException e) {
            // Said below, as of negative numbers.
        }
        throw text.wrong(
                flags.all("retries").getFirst().range(),
                "--retries cannot be " + value + ": expected a number from 0");
    }
}
