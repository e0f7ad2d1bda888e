package dev.interlock.contract.model;

/// What a run does whenever the event comes, in whichever waiting step it stands. An await's own
/// arm for the event goes first.
public record Handler(
    EventPattern event, Condition guard, Path path, String why, Position position) {}
