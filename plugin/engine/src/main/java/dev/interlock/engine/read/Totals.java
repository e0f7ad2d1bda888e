package dev.interlock.engine.read;

/// How many of everything an installation has.
///
/// @param runsUnderWay those that wait in turn included
/// @param runsEnded those that were turned away after waiting in turn not counted
/// @param messages accepted by the CRM
/// @param inbox deliveries not yet worked on
/// @param setAside deliveries that could not be worked on
public record Totals(
    long contacts,
    long events,
    long runsUnderWay,
    long runsEnded,
    long exitsVerified,
    long exitsUnverified,
    long refusals,
    long messages,
    long attention,
    long inbox,
    long setAside) {}
