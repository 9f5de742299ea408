package dev.cairn.application.database;

/** The database cannot be opened, and the message tells a person why. */
public final class StorageException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
