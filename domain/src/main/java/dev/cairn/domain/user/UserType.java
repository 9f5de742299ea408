package dev.cairn.domain.user;

/** The kind of a user; only humans have accounts (R18). */
public enum UserType {
    HUMAN,
    AGENT
}
