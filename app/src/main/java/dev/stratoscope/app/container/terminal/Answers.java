package dev.stratoscope.app.container.terminal;

import com.techsenger.jeditermfx.core.TerminalOutputStream;

import java.nio.charset.StandardCharsets;

/** What a terminal says to the program by itself, such as where the cursor is. */
record Answers(ScreenPort port) implements TerminalOutputStream {
    @Override
    public void sendBytes(byte[] bytes, boolean typed) {
        port.answer(bytes);
    }

    @Override
    public void sendString(String text, boolean typed) {
        port.answer(text.getBytes(StandardCharsets.UTF_8));
    }
}
