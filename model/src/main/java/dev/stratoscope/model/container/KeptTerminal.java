package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.TerminalProcess;

import java.io.IOException;

/** A process in a terminal as the runtime keeps it. */
record KeptTerminal(TerminalProcess terminal) implements TerminalProcess {
    @Override
    public int read(byte[] into) throws IOException {
        return terminal.read(into);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        terminal.write(bytes);
    }

    @Override
    public void resize(int columns, int rows) throws IOException {
        terminal.resize(columns, rows);
    }

    @Override
    public int await() throws IOException {
        return Starting.failing(terminal::await);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
