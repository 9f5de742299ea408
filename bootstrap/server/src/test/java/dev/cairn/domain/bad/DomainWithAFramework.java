package dev.cairn.domain.bad;

import jakarta.inject.Singleton;

/** Bad: a framework's annotation in the domain. */
@Singleton
public final class DomainWithAFramework {}
