package dev.cairn.http.security;

/** Why a request is not looked at any further. */
record Refusal(int status, String code, String title, String detail) {}
