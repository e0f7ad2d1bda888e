package dev.interlock.contract.text;

import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Operation.UnknownZone;

/// The hours of an operation as text.
final class HoursForm {
  private HoursForm() {}

  static Node.Group write(Hours hours) {
    Writing holidays = Writing.line("holidays");
    hours.holidays().forEach(holidays::time);
    return Writing.line("hours")
        .value(unknownZone(hours.unknownZone()))
        .with(Writing.line("quiet").with(hours.quiet(), TimeForm::write).done())
        .with(Writing.line("open").with(hours.open(), TimeForm::write).done())
        .with(holidays.done())
        .done();
  }

  static Hours read(Reading parts) {
    UnknownZone unknownZone = parts.one(UnknownZone.values(), HoursForm::unknownZone);
    return new Hours(
        parts.group("quiet", all -> all.groups(TimeForm::readWindow)),
        parts.group("open", all -> all.groups(TimeForm::readWindow)),
        parts.group("holidays", Reading::dates),
        unknownZone);
  }

  private static String unknownZone(UnknownZone policy) {
    return switch (policy) {
      case LOCATION -> "unknown-zone-is-the-location's";
      case HOLD_UNTIL_SAFE_EVERYWHERE -> "unknown-zone-holds-until-safe-everywhere";
    };
  }
}
