package dev.interlock.handbook.page;

/// Something with an address.
public record Link(String text, String href) {}
