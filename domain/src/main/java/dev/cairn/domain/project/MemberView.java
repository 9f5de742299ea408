package dev.cairn.domain.project;

import dev.cairn.domain.user.UserType;

/** A member as lists show it, with the user's name. */
public record MemberView(ProjectMember member, String name, UserType type) {}
