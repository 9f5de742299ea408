package dev.cairn.schema.model;

/** A view and its query. */
public record ViewModel(String name, String query) {}
