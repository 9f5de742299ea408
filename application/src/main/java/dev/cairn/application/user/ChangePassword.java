package dev.cairn.application.user;

import dev.cairn.domain.user.Password;

/** A new password, and the present one as proof. */
public record ChangePassword(Password current, Password replacement) {}
