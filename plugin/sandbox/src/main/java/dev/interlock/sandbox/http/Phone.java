package dev.interlock.sandbox.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// Reads phone numbers as a location in the United States does.
final class Phone {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9]\\d{9}");

  private Phone() {}

  /// The number in E.164; empty when it is none. A local number is taken for an American one.
  static Optional<String> normalized(String written) {
    var digits = written.replaceAll("[\\s().-]", "");
    if (digits.matches("[2-9]\\d{9}")) {
      return Optional.of("+1" + digits);
    }
    return E164.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }

  /// Whether a carrier would take it: American numbers need ten digits, and no country has a code
  /// that begins with 999.
  static boolean isCallable(String number) {
    return number.startsWith("+1")
        ? NORTH_AMERICAN.matcher(number).matches()
        : E164.matcher(number).matches() && !number.startsWith("+999");
  }
}
