package dev.interlock.handbook.page;

/// One finding of the verifier.
///
/// @param blocks whether it keeps the contract from going live
/// @param words what is wrong
/// @param advice what to do about it; may be empty
public record FindingView(String rule, boolean blocks, String words, String advice) {}
