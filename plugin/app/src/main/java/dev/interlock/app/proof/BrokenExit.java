package dev.interlock.app.proof;

/// An exit that left something else than it promised.
///
/// @param contact as the CRM numbers it
/// @param words what is otherwise
public record BrokenExit(String contact, String contract, String exit, String words) {}
