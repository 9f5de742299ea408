package dev.cairn.domain.user;

/** The stored form of a password: algorithm, cost, salt and hash as a PHC string. */
public record PasswordHash(String value) {
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
