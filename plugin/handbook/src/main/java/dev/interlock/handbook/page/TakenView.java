package dev.interlock.handbook.page;

/// Something that the author of a contract takes on, so that it is not proved.
///
/// @param words what
/// @param reason why; empty when the operation declares it
public record TakenView(String words, String reason) {}
