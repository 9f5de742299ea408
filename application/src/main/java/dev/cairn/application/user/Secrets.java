package dev.cairn.application.user;

import dev.cairn.application.port.PasswordHasher;
import dev.cairn.application.port.TokenMint;

/** The makers of password hashes and tokens. */
public record Secrets(PasswordHasher passwords, TokenMint tokens) {}
