package dev.cairn.application.user;

import dev.cairn.application.port.PasswordHasher;
import dev.cairn.application.port.TokenMint;

/** Makes secrets and recognises them. */
public record Secrets(PasswordHasher passwords, TokenMint tokens) {}
