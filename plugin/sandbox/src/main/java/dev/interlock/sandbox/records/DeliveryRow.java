package dev.interlock.sandbox.records;

import java.time.Instant;

/// One attempt to deliver a webhook.
///
/// @param locationId the location that it names; empty when it names none
/// @param contactId the contact that it is about; for those about an app what the app is in
/// @param attempt from 1
/// @param answer the receiver's status; 0 when there was none
public record DeliveryRow(
    Instant at,
    String type,
    String webhookId,
    String locationId,
    String contactId,
    int attempt,
    int answer) {}
