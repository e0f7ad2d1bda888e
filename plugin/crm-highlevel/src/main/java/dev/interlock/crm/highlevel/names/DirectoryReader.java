package dev.interlock.crm.highlevel.names;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.outcome.Answers;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireCustomValue;
import dev.interlock.crm.highlevel.wire.WireLocation;
import dev.interlock.crm.highlevel.wire.WireTag;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.highlevel.wire.WireWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads all names that an account has, for binding and preflight. Workflows that are drafts are
/// left out, since no contact can be put into them.
public final class DirectoryReader {
  private final HighLevelApi api;
  private final AccountNames names;

  public DirectoryReader(HighLevelApi api, AccountNames names) {
    this.api = api;
    this.names = names;
  }

  private record Account(WireLocation location, List<WireTag> tags, List<WireCustomValue> values) {}

  private record Contacts(
      ContactFields fields, Pipelines pipelines, Named<WireCalendar> calendars) {}

  private record Helpers(Named<WireUser> users, Named<WireWorkflow> automations) {}

  /// Whoever asks for all of it wants to know how it is now, so nothing that is kept will do.
  public Read<Directory> read() {
    return Reads.of(
        Answers.join(this::account, this::contacts, this::helpers, DirectoryReader::directory));
  }

  private Answer<Account> account() {
    return Answers.join(
        names::location, api.location()::tags, api.location()::customValues, Account::new);
  }

  private Answer<Contacts> contacts() {
    return Answers.join(
        () -> names.fieldsWith(_ -> false),
        () -> names.pipelinesWith(_ -> false),
        () -> names.calendarsWith(_ -> false),
        Contacts::new);
  }

  private Answer<Helpers> helpers() {
    return Answers.then(
        names.usersWith(_ -> false),
        users ->
            names.automationsWith(_ -> false).map(automations -> new Helpers(users, automations)));
  }

  private static Directory directory(Account account, Contacts contacts, Helpers helpers) {
    return new Directory(
        account.location().name().orElse(""),
        account.location().timezone(),
        account.location().phone(),
        contacts.pipelines().names(),
        tags(account.tags()),
        contacts.fields().names(),
        contacts.calendars().names().stream().map(CalendarName::new).collect(toSet()),
        helpers.users().names(),
        values(account.values()),
        published(helpers.automations()),
        ambiguous(contacts, helpers));
  }

  private static Set<TagName> tags(List<WireTag> tags) {
    return tags.stream().flatMap(tag -> tag.name().stream()).map(TagName::new).collect(toSet());
  }

  private static Map<String, String> values(List<WireCustomValue> values) {
    return values.stream()
        .filter(value -> value.name().isPresent() && value.value().isPresent())
        .collect(
            toMap(
                value -> value.name().orElse("").strip(),
                value -> value.value().orElse(""),
                (first, _) -> first));
  }

  private static Set<AutomationName> published(Named<WireWorkflow> automations) {
    return automations.byName().values().stream()
        .flatMap(List::stream)
        .filter(DirectoryReader::isPublished)
        .flatMap(each -> each.name().stream())
        .map(AutomationName::new)
        .collect(toSet());
  }

  /// Whether contacts can be put into the workflow.
  public static boolean isPublished(WireWorkflow workflow) {
    return workflow.status().orElse("published").equalsIgnoreCase("published");
  }

  private static List<String> ambiguous(Contacts contacts, Helpers helpers) {
    var all = new ArrayList<>(contacts.pipelines().ambiguous());
    contacts.fields().custom().ambiguous().forEach(name -> all.add("field " + name));
    contacts.calendars().ambiguous().forEach(name -> all.add("calendar " + name));
    helpers.users().ambiguous().forEach(name -> all.add("user " + name));
    helpers.automations().ambiguous().forEach(name -> all.add("automation " + name));
    return all;
  }
}
