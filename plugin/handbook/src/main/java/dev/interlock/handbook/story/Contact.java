package dev.interlock.handbook.story;

/// A contact as a page names it.
///
/// @param id as the CRM numbers it
/// @param name what to call them
public record Contact(String id, String name) {}
