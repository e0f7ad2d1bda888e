package dev.interlock.sandbox.records;

import java.time.Instant;

/// One attempt to deliver a webhook.
///
/// @param attempt from 1
/// @param answer the receiver's status; 0 when there was none
public record DeliveryRow(
    Instant at, String type, String webhookId, String contactId, int attempt, int answer) {}
