package dev.interlock.app.wiring;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SettingName;
import dev.interlock.crm.inventory.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the values of an operation's settings for one client: in our settings, else among the
/// custom values of the CRM. Names are compared by their letters and digits only, so that
/// `bookingLink` finds `BOOKING_LINK` and `Booking link`.
final class ClientValues {
  private ClientValues() {}

  /// @param ours given to us, by name
  /// @param crms the CRM's, by name
  /// @throws CannotRunException when one has no value: a text with a hole in it must not go out
  static Map<SettingName, String> of(
      Operation operation, Map<String, String> ours, Map<String, String> crms) {
    var found = new HashMap<SettingName, String>();
    for (var setting : operation.settings()) {
      var name = setting.name();
      var value = find(name, ours).or(() -> find(name, crms)).orElseThrow(() -> missing(setting));
      found.put(name, value);
    }
    return Map.copyOf(found);
  }

  private static Optional<String> find(SettingName name, Map<String, String> values) {
    return values.entrySet().stream()
        .filter(entry -> Thing.Kind.isAlike(entry.getKey(), name.text()))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static CannotRunException missing(Operation.Setting setting) {
    return new CannotRunException(
        "INTERLOCK_SETTING_%s is missing (%s; such as %s), and the CRM has no such custom value"
            .formatted(setting.name(), setting.meaning(), setting.example()));
  }
}
