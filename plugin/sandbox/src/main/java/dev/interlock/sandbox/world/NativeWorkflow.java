package dev.interlock.sandbox.world;

import java.time.Instant;

/// One of the CRM's own automations; the sandbox knows its name and who is in it, and no more.
///
/// @param status `draft` or `published`
public record NativeWorkflow(String id, String name, String status, Instant added) {}
