package dev.interlock.crm.highlevel.wire;

/// A phone number of the location.
public record WireNumber(Json json) {
  public WireNumber {
    var _ = json.required("phoneNumber");
  }

  public String number() {
    return json.required("phoneNumber");
  }

  /// Whether text messages can go out from it; numbers that do not say can.
  public boolean canText() {
    return json.at("capabilities").flag("sms").orElse(true);
  }
}
