package dev.davit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Remember the first fault of a stream and drop what follows it: {@code PrintStream} only remembers that there was one. */
final class WatchedStream extends OutputStream {
    private final OutputStream target;
    private IOException fault;

    WatchedStream(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (fault != null) {
            return;
        }
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            fault = e;
        }
    }

    @Override
    public void flush() {
        if (fault != null) {
            return;
        }
        try {
            target.flush();
        } catch (IOException e) {
            fault = e;
        }
    }

    /** Whether nobody is there to read: a closed pipe or a stream that was closed from the start. */
    boolean closedByReader() {
        return fault().filter(reason -> reason.contains("Broken pipe") || reason.contains("Bad file descriptor"))
                .isPresent();
    }

    Optional<String> fault() {
        return Optional.ofNullable(fault).map(IOException::getMessage);
    }
}
