package dev.davit.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Do some steps for real, then half of one write and nothing ever again, as a killed process would. */
final class CrashingWork implements FileWork {
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private int stepsLeft;

    CrashingWork(int steps) {
        this.stepsLeft = steps;
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        // Not counted: the lock needs the folder, and an empty folder is no state of interest.
        Files.createDirectories(folder);
    }

    @Override
    public void write(Path file, List<byte[]> parts) throws IOException {
        if (stepsLeft == 0) {
            byte[] last = parts.get(parts.size() - 1);
            List<byte[]> half = new ArrayList<>(parts);
            half.set(parts.size() - 1, Arrays.copyOf(last, last.length / 2));
            FileWork.REAL.write(file, half);
        }
        step();
        FileWork.REAL.write(file, parts);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        FileWork.REAL.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        FileWork.REAL.delete(file);
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            throw new Crash();
        }
    }
}
