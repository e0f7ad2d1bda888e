package dev.interlock.contract.dsl;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.GroupName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Operation.Setting;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Operation.Team;
import dev.interlock.contract.model.Operation.UnknownZone;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TeamName;
import dev.interlock.contract.model.Volume;
import dev.interlock.contract.model.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The sentence that declares an operation. Immutable: each word returns a longer sentence.
///
/// Defaults: nobody is written to between 21:00 and 08:00 of their own time; the business is open
/// Monday to Friday from 9 to 17; an unknown time zone is the location's; at most ten texts and ten
/// e-mails in seven days; 200,000 calls a day; attributes are written by contracts and staff.
public final class OperationWords {
  private static final Writers STAFF = Operations.writtenBy(Writer.STAFF);
  private static final SendLimit USUAL_TEXTS = usual(Channel.SMS);
  private static final SendLimit USUAL_EMAILS = usual(Channel.EMAIL);

  // what HighLevel documents for one app in one account
  private static final Volume USUAL_CALLS = new Volume.Calls(200_000, Position.unknown());

  private final Operation said;

  private OperationWords(Operation said) {
    this.said = said;
  }

  static OperationWords begun(String name, Position position) {
    Hours hours =
        new Hours(
            List.of(Times.daily(Times.clock(21, 0), Times.clock(8, 0))),
            List.of(Times.weekdays(Times.clock(9, 0), Times.clock(17, 0))),
            Set.of(),
            UnknownZone.LOCATION);
    return new OperationWords(
        new Operation(
            name, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), hours, List.of(), position));
  }

  /// A pipeline with its stages in order.
  public OperationWords pipeline(PipelineName name, StageDraft first, StageDraft... more) {
    List<Pipeline.Stage> inOrder =
        Drafts.both(first, more).stream().map(StageDraft::stage).toList();
    Pipeline pipeline = new Pipeline(name, inOrder, Position.ofCaller());
    return new OperationWords(said.withPipelines(plus(said.pipelines(), pipeline)));
  }

  /// A tag that contracts and staff write.
  public OperationWords tag(String name) {
    return tag(name, STAFF);
  }

  /// A tag that contracts and these others write: `tag("vip", writtenBy(OTHER_APP))`.
  public OperationWords tag(String name, Writers writers) {
    Tag tag = new Tag(new TagName(name), writers.others(), Position.ofCaller());
    return new OperationWords(said.withTags(plus(said.tags(), tag)));
  }

  /// Tags of which a contact has at most one.
  public OperationWords exclusive(String group, String... tags) {
    return group(group, false, tags);
  }

  /// Tags of which a contact has exactly one.
  public OperationWords exactlyOne(String group, String... tags) {
    return group(group, true, tags);
  }

  private OperationWords group(String name, boolean oneMustHold, String... tags) {
    Set<TagName> members = new LinkedHashSet<>();
    for (String tag : tags) {
      members.add(new TagName(tag));
    }
    TagGroup group = new TagGroup(new GroupName(name), members, oneMustHold, Position.ofCaller());
    return new OperationWords(said.withGroups(plus(said.groups(), group)));
  }

  /// A field that contracts and staff write.
  public OperationWords field(String name, FieldKind kind) {
    return field(name, kind, STAFF);
  }

  /// A field that contracts and these others write.
  public OperationWords field(String name, FieldKind kind, Writers writers) {
    return declaring(
        new Field(new FieldName(name), kind, List.of(), writers.others(), Position.ofCaller()));
  }

  /// A field with fixed options, which contracts and staff write.
  public OperationWords optionField(String name, String firstOption, String... more) {
    return optionField(name, STAFF, firstOption, more);
  }

  /// A field with fixed options, which contracts and these others write.
  public OperationWords optionField(
      String name, Writers writers, String firstOption, String... more) {
    return declaring(
        new Field(
            new FieldName(name),
            FieldKind.OPTION,
            Drafts.both(firstOption, more),
            writers.others(),
            Position.ofCaller()));
  }

  private OperationWords declaring(Field field) {
    return new OperationWords(said.withFields(plus(said.fields(), field)));
  }

  /// An exclusion group: a contact is in at most one run per lane.
  public OperationWords lane(LaneName name, String purpose) {
    Operation.Lane lane = new Operation.Lane(name, purpose, Position.ofCaller());
    return new OperationWords(said.withLanes(plus(said.lanes(), lane)));
  }

  /// A calendar of the CRM.
  public OperationWords calendar(String name) {
    return new OperationWords(said.withCalendars(plus(said.calendars(), new CalendarName(name))));
  }

  /// A team and its members, as the CRM names its users.
  public OperationWords team(String name, String... members) {
    Team team = new Team(new TeamName(name), Arrays.asList(members), Position.ofCaller());
    return new OperationWords(said.withTeams(plus(said.teams(), team)));
  }

  /// A value that differs per client, with an example of one.
  public OperationWords setting(
      String name, String meaning, String example, SendTerms.Ask... leadsTo) {
    Setting setting =
        new Setting(
            new SettingName(name), meaning, example, Distinct.set(leadsTo), Position.ofCaller());
    return new OperationWords(said.withSettings(plus(said.settings(), setting)));
  }

  /// What messages are for; a contact gets at most one of a purpose within its horizon.
  public OperationWords purpose(String name, String meaning, Duration horizon) {
    Purpose purpose = new Purpose(new PurposeName(name), meaning, horizon, Position.ofCaller());
    return new OperationWords(said.withPurposes(plus(said.purposes(), purpose)));
  }

  /// How many messages a contact gets by the channel over all contracts, and the least time
  /// between: `limit(SMS, atMost(8).per(days(7)).apart(minutes(1)))`.
  public OperationWords limit(Channel channel, Allowance allowance) {
    SendLimit limit = allowance.limit(channel, Position.ofCaller());
    return new OperationWords(said.withLimits(plus(said.limits(), limit)));
  }

  /// One of the CRM's own automations, or another app: what it may do behind our back.
  public OperationWords automation(AutomationDraft draft) {
    Automation automation = draft.automation();
    return new OperationWords(said.withAutomations(plus(said.automations(), automation)));
  }

  /// When contacts are left in peace, in their own time zone, instead of the default.
  public OperationWords quiet(Window... windows) {
    Hours hours = said.hours();
    return hours(
        new Hours(Arrays.asList(windows), hours.open(), hours.holidays(), hours.unknownZone()));
  }

  /// Business hours, in the location's time zone, instead of the default.
  public OperationWords open(Window... windows) {
    Hours hours = said.hours();
    return hours(
        new Hours(hours.quiet(), Arrays.asList(windows), hours.holidays(), hours.unknownZone()));
  }

  /// Days on which the business is closed and no message goes out.
  public OperationWords holidays(LocalDate... days) {
    Hours hours = said.hours();
    Set<LocalDate> all = Distinct.set(days);
    all.addAll(hours.holidays());
    return hours(new Hours(hours.quiet(), hours.open(), all, hours.unknownZone()));
  }

  /// What counts as a contact's time zone when the CRM does not say.
  public OperationWords unknownZone(UnknownZone policy) {
    Hours hours = said.hours();
    return hours(new Hours(hours.quiet(), hours.open(), hours.holidays(), policy));
  }

  /// How often contacts enter the contract on a busy day.
  public OperationWords entriesPerDay(String contract, int entries) {
    return saying(new Volume.Entries(new ContractId(contract), entries, Position.ofCaller()));
  }

  /// How many calls the CRM lets the account make in a day, instead of the default.
  public OperationWords callsPerDay(int calls) {
    return saying(new Volume.Calls(calls, Position.ofCaller()));
  }

  /// How many messages the account may send by the channel in a day.
  public OperationWords sendsPerDay(Channel channel, int messages) {
    return saying(new Volume.Sends(channel, messages, Position.ofCaller()));
  }

  private OperationWords saying(Volume volume) {
    return new OperationWords(said.withVolumes(plus(said.volumes(), volume)));
  }

  private OperationWords hours(Hours hours) {
    return new OperationWords(said.withHours(hours));
  }

  /// The operation, with the usual limit for each channel of which none was said, and the usual
  /// number of calls.
  public Operation build() {
    List<SendLimit> limits = new ArrayList<>(said.limits());
    for (SendLimit usual : List.of(USUAL_TEXTS, USUAL_EMAILS)) {
      if (limits.stream().noneMatch(limit -> limit.channel() == usual.channel())) {
        limits.add(usual);
      }
    }
    List<Volume> volumes =
        said.volumes().stream().anyMatch(Volume.Calls.class::isInstance)
            ? said.volumes()
            : plus(said.volumes(), USUAL_CALLS);
    return said.withLimits(limits).withVolumes(volumes);
  }

  private static SendLimit usual(Channel channel) {
    return new SendLimit(
        channel, 10, Duration.ofDays(7), Duration.ofMinutes(1), Position.unknown());
  }

  private static <T> List<T> plus(List<T> some, T one) {
    List<T> all = new ArrayList<>(some);
    all.add(one);
    return all;
  }
}
