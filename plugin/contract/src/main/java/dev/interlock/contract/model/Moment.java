package dev.interlock.contract.model;

import java.time.Duration;

/// A moment relative to something in the contact's calendar; a negative offset lies before it.
public record Moment(Anchor anchor, Duration offset) {}
