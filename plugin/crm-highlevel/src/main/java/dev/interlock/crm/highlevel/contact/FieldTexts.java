package dev.interlock.crm.highlevel.contact;

import dev.interlock.crm.highlevel.names.StandardField;
import dev.interlock.crm.highlevel.wire.FieldValue;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireCustomField;
import dev.interlock.crm.highlevel.wire.WireFieldValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands in a field, as text, and back.
///
/// Dates are `2026-11-02`, whether HighLevel wrote them as such, as a moment at midnight UTC, or as
/// milliseconds. Several choices are separated by commas. A file is `(file)`: there, and no text.
public final class FieldTexts {
  private static final String FILE = "(file)";

  private FieldTexts() {}

  /// What stands in one of the standard fields.
  public static Optional<String> standing(WireContact contact, StandardField field) {
    return contact.field(field.wire().key()).map(text -> comparable(text, field));
  }

  /// What stands in one of the account's own fields.
  public static Optional<String> standing(WireContact contact, WireCustomField field) {
    return contact.customFields().stream()
        .filter(value -> isOf(value, field))
        .flatMap(value -> value.value().stream())
        .map(value -> of(value, field))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /// A text as it will stand in the field once it is written there.
  public static String comparable(String text, StandardField field) {
    return field == StandardField.BIRTHDAY ? date(text.strip()) : text.strip();
  }

  /// A text as it will stand in the field once it is written there.
  public static String comparable(String text, WireCustomField field) {
    return text.isBlank() ? "" : of(written(text, field), field);
  }

  private static boolean isOf(WireFieldValue value, WireCustomField field) {
    return value.id().filter(field.id()::equals).isPresent()
        || (value.id().isEmpty()
            && value.key().isPresent()
            && value.key().equals(field.fieldKey()));
  }

  private static String of(FieldValue value, WireCustomField field) {
    String text =
        switch (value) {
          case FieldValue.Text(var words) -> words.strip();
          case FieldValue.Numeric(var number) -> plain(number);
          case FieldValue.Several(var values) -> String.join(", ", values);
          case FieldValue.Structure _ -> FILE;
        };
    return switch (type(field)) {
      case "DATE" -> date(text);
      case "NUMERICAL", "MONETORY" -> number(text).map(FieldTexts::plain).orElse(text);
      default -> text;
    };
  }

  /// A date in one form, whatever form it came in. What is no date stays as it is.
  private static String date(String text) {
    return day(text).map(LocalDate::toString).orElse(text);
  }

  /// A value as the field wants it written.
  public static FieldValue written(String text, WireCustomField field) {
    return switch (type(field)) {
      case "NUMERICAL", "MONETORY" ->
          number(text).<FieldValue>map(FieldValue.Numeric::new).orElse(new FieldValue.Text(text));
      case "CHECKBOX", "MULTIPLE_OPTIONS" -> new FieldValue.Several(choices(text));
      default -> new FieldValue.Text(text);
    };
  }

  /// The choices of a text that the field does not offer. HighLevel drops such without a word.
  public static List<String> notOffered(String text, WireCustomField field) {
    List<String> offered = field.options();
    return switch (type(field)) {
      case "CHECKBOX", "MULTIPLE_OPTIONS" ->
          choices(text).stream()
              .filter(choice -> !offered.isEmpty() && !offered.contains(choice))
              .toList();
      case "SINGLE_OPTIONS", "RADIO" ->
          offered.isEmpty() || offered.contains(text) ? List.of() : List.of(text);
      default -> List.of();
    };
  }

  private static List<String> choices(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(choice -> !choice.isEmpty())
        .toList();
  }

  private static String type(WireCustomField field) {
    return field.dataType().orElse("TEXT").toUpperCase(Locale.ROOT);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      if (text.matches("\\d{9,14}")) {
        return Optional.of(
            LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZoneOffset.UTC));
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text)
              : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
