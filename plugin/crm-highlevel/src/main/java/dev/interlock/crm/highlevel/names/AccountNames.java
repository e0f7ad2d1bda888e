package dev.interlock.crm.highlevel.names;

import dev.interlock.crm.highlevel.outcome.Answers;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.LocationCalls;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireForm;
import dev.interlock.crm.highlevel.wire.WireLocation;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.highlevel.wire.WireWorkflow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All names of one account, each kind read when it is first needed and then kept. Thread-safe.
///
/// The kinds are kept apart because each needs a scope of its own: who never uses calendars does
/// not need the right to see them.
public final class AccountNames {
  private static final int PAGE_OF_FORMS = 50;

  /// An account with more forms has some whose submissions are told by their ids.
  private static final int MOST_FORMS = 1_000;

  private final InstantSource clock;
  private final Freshness freshness;
  private final Kept<WireLocation> location;
  private final Kept<Pipelines> pipelines;
  private final Kept<ContactFields> fields;
  private final Kept<Named<WireCalendar>> calendars;
  private final Kept<Named<WireUser>> users;
  private final Kept<Named<WireWorkflow>> automations;
  private final Kept<Named<WireForm>> forms;

  public AccountNames(HighLevelApi api, InstantSource clock, Freshness freshness) {
    this.clock = clock;
    this.freshness = freshness;
    location = kept(() -> api.location().location());
    pipelines = kept(() -> api.opportunities().pipelines().map(Pipelines::of));
    fields = kept(() -> api.location().customFields().map(ContactFields::of));
    calendars =
        kept(() ->
            api.calendars()
                .calendars()
                .map(all -> Named.of(all, WireCalendar::name, WireCalendar::id)));
    users = kept(() -> users(api));
    automations =
        kept(() ->
            api.location()
                .workflows()
                .map(all -> Named.of(all, WireWorkflow::name, WireWorkflow::id)));
    forms =
        kept(
            () -> forms(api.location(), 0).map(all -> Named.of(all, WireForm::name, WireForm::id)));
  }

  private <T> Kept<T> kept(Supplier<Answer<T>> source) {
    return new Kept<>(source, clock, freshness);
  }

  /// All of them, page by page.
  private static Answer<List<WireForm>> forms(LocationCalls calls, int skip) {
    Answer<List<WireForm>> page = calls.forms(skip, PAGE_OF_FORMS);
    return Answers.then(
        page,
        found ->
            found.size() < PAGE_OF_FORMS || skip >= MOST_FORMS
                ? page
                : forms(calls, skip + PAGE_OF_FORMS)
                    .map(rest -> Stream.concat(found.stream(), rest.stream()).toList()));
  }

  /// The call that needs the agency's id is the one that will last; the other is for accounts that
  /// do not tell it.
  private Answer<Named<WireUser>> users(HighLevelApi api) {
    return Answers.then(
            location(),
            here -> {
              Optional<String> company = here.companyId();
              return company.isPresent()
                  ? api.location().searchUsers(company.get())
                  : api.location().users();
            })
        .map(AccountNames::named);
  }

  private static Named<WireUser> named(List<WireUser> users) {
    List<WireUser> present = users.stream().filter(user -> !user.deleted().orElse(false)).toList();
    return Named.of(present, AccountNames::fullName, WireUser::id);
  }

  private static Optional<String> fullName(WireUser user) {
    return user.name()
        .or(() ->
            Optional.of(user.firstName().orElse("") + " " + user.lastName().orElse(""))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty)));
  }

  public Answer<WireLocation> location() {
    return location.value();
  }

  public Answer<ContactFields> fields() {
    return fields.value();
  }

  public Answer<Pipelines> pipelines() {
    return pipelines.value();
  }

  public Answer<Named<WireCalendar>> calendars() {
    return calendars.value();
  }

  /// The calendars as they are now, unless they were read a moment ago.
  public Answer<Named<WireCalendar>> calendarsAnew() {
    return calendars.afterMiss();
  }

  public Answer<Named<WireUser>> users() {
    return users.value();
  }

  /// The fields, read anew if the ones that are kept lack something.
  public Answer<ContactFields> fieldsWith(Predicate<ContactFields> complete) {
    return complete(fields, complete);
  }

  /// The pipelines, read anew if the ones that are kept lack something.
  public Answer<Pipelines> pipelinesWith(Predicate<Pipelines> complete) {
    return complete(pipelines, complete);
  }

  /// The calendars, read anew if the ones that are kept lack something.
  public Answer<Named<WireCalendar>> calendarsWith(Predicate<Named<WireCalendar>> complete) {
    return complete(calendars, complete);
  }

  /// The users, read anew if the ones that are kept lack something.
  public Answer<Named<WireUser>> usersWith(Predicate<Named<WireUser>> complete) {
    return complete(users, complete);
  }

  /// The CRM's own automations, read anew if the ones that are kept lack something.
  public Answer<Named<WireWorkflow>> automationsWith(Predicate<Named<WireWorkflow>> complete) {
    return complete(automations, complete);
  }

  /// The forms, read anew if the ones that are kept lack something.
  public Answer<Named<WireForm>> formsWith(Predicate<Named<WireForm>> complete) {
    return complete(forms, complete);
  }

  private static <T> Answer<T> complete(Kept<T> kept, Predicate<T> complete) {
    Answer<T> answer = kept.value();
    return answer instanceof Answer.Ok<T>(_, var value, _) && !complete.test(value)
        ? kept.afterMiss()
        : answer;
  }

  /// Whether an id that the API would not accept may have been an old one of ours. All that is kept
  /// is read again, unless that was just done; what could not be read is among the answers.
  public List<Answer<Boolean>> outdated() {
    return Stream.of(location, pipelines, fields, calendars, users, automations, forms)
        .flatMap(kept -> kept.outdated().stream())
        .toList();
  }
}
