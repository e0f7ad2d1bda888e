package dev.interlock.contract.contact;

import dev.interlock.contract.model.FieldName;
import java.util.List;

/// The names of the fields that every CRM has.
public final class StandardFields {
  public static final FieldName FIRST_NAME = new FieldName("First name");
  public static final FieldName LAST_NAME = new FieldName("Last name");
  public static final FieldName COMPANY = new FieldName("Company");
  public static final FieldName SOURCE = new FieldName("Source");
  public static final FieldName BIRTHDAY = new FieldName("Date of birth");
  public static final FieldName CITY = new FieldName("City");
  public static final FieldName STATE = new FieldName("State");
  public static final FieldName POSTAL_CODE = new FieldName("Postal code");
  public static final FieldName COUNTRY = new FieldName("Country");
  public static final FieldName WEBSITE = new FieldName("Website");

  private static final List<FieldName> ALL =
      List.of(
          FIRST_NAME,
          LAST_NAME,
          COMPANY,
          SOURCE,
          BIRTHDAY,
          CITY,
          STATE,
          POSTAL_CODE,
          COUNTRY,
          WEBSITE);

  private StandardFields() {}

  /// All of them; an operation need not declare them.
  public static List<FieldName> all() {
    return ALL;
  }
}
