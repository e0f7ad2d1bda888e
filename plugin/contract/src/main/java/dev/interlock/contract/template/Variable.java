package dev.interlock.contract.template;

/// One variable of a template.
///
/// @param name as it is written between the braces: `contact.firstName`
/// @param meaning what stands there when the text is sent, for people
/// @param source where the value comes from
public record Variable(String name, String meaning, Source source) {}
