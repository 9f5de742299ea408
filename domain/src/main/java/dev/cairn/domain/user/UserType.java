package dev.cairn.domain.user;

/** Only humans have accounts (R18). */
public enum UserType {
    HUMAN,
    AGENT
}
