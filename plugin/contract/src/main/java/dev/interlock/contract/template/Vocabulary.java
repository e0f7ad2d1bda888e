package dev.interlock.contract.template;

import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.template.Source.AppointmentPart;
import dev.interlock.contract.template.Source.DealPart;
import dev.interlock.contract.template.Source.LocationPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All variables that the templates of an operation may use:
///
/// - `contact.` `name`, `phone`, `email`, the standard fields, and the operation's own fields in
///   camel case: *Follow-up outcome* is `contact.followUpOutcome`;
/// - `setting.` the operation's settings;
/// - `appointment.` `day`, `date`, `time`, `calendar`;
/// - `deal.` `name`, `value`, `stage`, `pipeline`;
/// - `location.` `name`, `phone`, `timezone`.
///
/// A variable without a value is empty text. Of Handlebars' helpers only [#HELPERS] are there:
/// texts may leave a part out, and do nothing else.
public record Vocabulary(List<Variable> variables) {
  /// The helpers that a template may use; each takes one variable and may have an `else`.
  public static final Set<String> HELPERS = Set.of("if", "unless");

  public Vocabulary {
    variables = List.copyOf(variables);
  }

  /// The vocabulary of an operation.
  public static Vocabulary of(Operation operation) {
    List<Variable> all = new ArrayList<>();
    all.add(new Variable("contact.name", "first and last name", new Source.FullName()));
    all.add(address("contact.phone", "the number for texts", Channel.SMS));
    all.add(address("contact.email", "the e-mail address", Channel.EMAIL));
    StandardFields.all().forEach(field -> all.add(field(field)));
    operation.fields().forEach(field -> all.add(field(field.name())));
    operation
        .settings()
        .forEach(setting ->
            all.add(
                new Variable(
                    "setting." + CamelCase.of(setting.name().text()),
                    setting.meaning(),
                    new Source.SettingValue(setting.name()))));
    all.addAll(ALWAYS);
    return new Vocabulary(all);
  }

  /// The variable of this name; of two with one name the first.
  public Optional<Variable> variable(String name) {
    return variables.stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  private static final List<Variable> ALWAYS =
      List.of(
          appointment("day", "the appointment's day of the week", AppointmentPart.DAY),
          appointment("date", "the appointment's day and month", AppointmentPart.DATE),
          appointment("time", "when the appointment starts", AppointmentPart.TIME),
          appointment("calendar", "the appointment's calendar", AppointmentPart.CALENDAR),
          deal("name", "the opportunity's name", DealPart.NAME),
          deal("value", "what the opportunity is worth", DealPart.VALUE),
          deal("stage", "where the opportunity stands", DealPart.STAGE),
          deal("pipeline", "the opportunity's pipeline", DealPart.PIPELINE),
          location("name", "the business's name", LocationPart.NAME),
          location("phone", "the business's number", LocationPart.PHONE),
          location("timezone", "the business's time zone", LocationPart.TIMEZONE));

  private static Variable address(String name, String meaning, Channel channel) {
    return new Variable(name, meaning, new Source.AddressFor(channel));
  }

  private static Variable field(FieldName field) {
    return new Variable(
        "contact." + CamelCase.of(field.text()), field.text(), new Source.FieldValue(field));
  }

  private static Variable appointment(String name, String meaning, AppointmentPart part) {
    return new Variable("appointment." + name, meaning, new Source.OfAppointment(part));
  }

  private static Variable deal(String name, String meaning, DealPart part) {
    return new Variable("deal." + name, meaning, new Source.OfDeal(part));
  }

  private static Variable location(String name, String meaning, LocationPart part) {
    return new Variable("location." + name, meaning, new Source.OfLocation(part));
  }
}
