package dev.interlock.sandbox.webhooks;

import tools.jackson.databind.node.ObjectNode;

/// An event as the CRM would tell it, before it is put into an envelope.
record Notice(String type, ObjectNode fields) {}
