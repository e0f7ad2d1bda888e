package dev.interlock.app.command;

/// What became of making one thing, for machines.
///
/// @param outcome `made`, `already-there`, `not-made` or `in-doubt`
/// @param words why, where it was not made
record Making(String kind, String name, String outcome, String words) {}
