package dev.interlock.handbook.page;

/// A page that says one thing, such as that there is no such page.
public record NoticeView(Frame frame, String words) {}
