package dev.interlock.sandbox.records;

/// Who changed something in the CRM.
public enum By {
  /// An app, through the API: in the demo that is Interlock.
  API,
  /// The contact: by phone, by message, or through the booking page.
  PERSON,
  /// A colleague in the CRM's own screens.
  STAFF,
  /// The CRM itself, such as the carrier's word on a message.
  CRM
}
