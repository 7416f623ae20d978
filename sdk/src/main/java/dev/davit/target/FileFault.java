package dev.davit.target;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Put a file system's complaint into words: the JDK's messages often are no more than the file's name. */
public final class FileFault {
    private FileFault() {}

    /** Say what is wrong; name the file only where it is not the place that the message gives anyway. */
    public static String reason(IOException e, Path where) {
        if (!(e instanceof FileSystemException fault)) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        String file = fault.getFile();
        boolean known = file == null || file.equals(where.toString());
        return known ? complaint(fault) : file + ": " + complaint(fault);
    }

    private static String complaint(FileSystemException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (fault instanceof NotDirectoryException) {
            return "it is no folder";
        }
        if (fault instanceof NoSuchFileException) {
            return "it has disappeared";
        }
        return fault.getReason() == null ? fault.getClass().getSimpleName() : fault.getReason();
    }
}
