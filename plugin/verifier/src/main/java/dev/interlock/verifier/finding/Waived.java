package dev.interlock.verifier.finding;

import dev.interlock.contract.model.Declaration.Waives;

/// A finding that somebody answers for until a date.
public record Waived(Finding finding, Waives waiver) {}
