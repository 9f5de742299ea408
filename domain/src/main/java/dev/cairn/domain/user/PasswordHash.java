package dev.cairn.domain.user;

/** What is kept of a password: algorithm, cost, salt and hash in the PHC string format. */
public record PasswordHash(String value) {
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
