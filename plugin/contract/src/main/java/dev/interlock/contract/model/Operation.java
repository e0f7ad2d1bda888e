package dev.interlock.contract.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the contracts of one business share, and what a verifier needs to know about its world.
///
/// Everything has a safe default: nothing that is left out is assumed to be harmless.
public record Operation(
    String name,
    List<Pipeline> pipelines,
    List<Tag> tags,
    List<TagGroup> groups,
    List<Field> fields,
    List<Lane> lanes,
    List<CalendarName> calendars,
    List<Team> teams,
    List<Setting> settings,
    List<Purpose> purposes,
    List<SendLimit> limits,
    List<Automation> automations,
    Hours hours,
    List<Volume> volumes,
    Position position) {
  public Operation {
    name = Texts.required("an operation's name", name);
    pipelines = List.copyOf(pipelines);
    tags = List.copyOf(tags);
    groups = List.copyOf(groups);
    fields = List.copyOf(fields);
    lanes = List.copyOf(lanes);
    calendars = List.copyOf(calendars);
    teams = List.copyOf(teams);
    settings = List.copyOf(settings);
    purposes = List.copyOf(purposes);
    limits = List.copyOf(limits);
    automations = List.copyOf(automations);
    volumes = List.copyOf(volumes);
  }

  /// The pipeline of this name, if it is declared.
  public Optional<Pipeline> pipeline(PipelineName wanted) {
    return pipelines.stream().filter(pipeline -> pipeline.name().equals(wanted)).findFirst();
  }

  /// The team of this name, if it is declared.
  public Optional<Team> team(TeamName wanted) {
    return teams.stream().filter(team -> team.name().equals(wanted)).findFirst();
  }

  /// The same operation with other pipelines.
  public Operation withPipelines(List<Pipeline> other) {
    return new Operation(
        name,
        other,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other tags.
  public Operation withTags(List<Tag> other) {
    return new Operation(
        name,
        pipelines,
        other,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other groups.
  public Operation withGroups(List<TagGroup> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        other,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other fields.
  public Operation withFields(List<Field> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        other,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other lanes.
  public Operation withLanes(List<Lane> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        other,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other calendars.
  public Operation withCalendars(List<CalendarName> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        other,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other teams.
  public Operation withTeams(List<Team> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        other,
        settings,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other settings.
  public Operation withSettings(List<Setting> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        other,
        purposes,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other purposes.
  public Operation withPurposes(List<Purpose> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        other,
        limits,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other limits.
  public Operation withLimits(List<SendLimit> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        other,
        automations,
        hours,
        volumes,
        position);
  }

  /// The same operation with other automations.
  public Operation withAutomations(List<Automation> other) {
    return new Operation(
        name, pipelines, tags, groups, fields, lanes, calendars, teams, settings, purposes, limits,
        other, hours, volumes, position);
  }

  /// The same operation with other hours.
  public Operation withHours(Hours other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        other,
        volumes,
        position);
  }

  /// The same operation with other volumes.
  public Operation withVolumes(List<Volume> other) {
    return new Operation(
        name,
        pipelines,
        tags,
        groups,
        fields,
        lanes,
        calendars,
        teams,
        settings,
        purposes,
        limits,
        automations,
        hours,
        other,
        position);
  }

  /// A tag and who besides contracts may write it.
  public record Tag(TagName name, Set<Writer> writers, Position position) {
    public Tag {
      writers = Sets.sorted(writers);
    }
  }

  /// Tags of which a contact has at most one.
  ///
  /// @param oneMustHold whether a contact also has at least one of them
  public record TagGroup(
      GroupName name, Set<TagName> members, boolean oneMustHold, Position position) {
    public TagGroup {
      members = Sets.sorted(members);
    }
  }

  /// A field of a contact, its kind and who besides contracts may write it.
  public record Field(
      FieldName name,
      FieldKind kind,
      List<String> options,
      Set<Writer> writers,
      Position position) {
    public Field {
      options = List.copyOf(options);
      writers = Sets.sorted(writers);
    }
  }

  /// What a field holds.
  public enum FieldKind {
    TEXT,
    NUMBER,
    DATE,
    OPTION
  }

  /// Who writes an attribute besides our contracts.
  public enum Writer {
    STAFF,
    CONTACT,
    AUTOMATION,
    OTHER_APP
  }

  /// An exclusion group and what it is for.
  public record Lane(LaneName name, String purpose, Position position) {}

  /// A team and its members as users are named in the CRM.
  public record Team(TeamName name, List<String> members, Position position) {
    public Team {
      members = List.copyOf(members);
    }
  }

  /// A value that differs per client; `leadsTo` says what a link in it lets the contact do.
  ///
  /// @param example what a value looks like, shown where a client has to give one
  public record Setting(
      SettingName name,
      String meaning,
      String example,
      Set<SendTerms.Ask> leadsTo,
      Position position) {
    public Setting {
      leadsTo = Sets.sorted(leadsTo);
    }
  }

  /// One of the CRM's own automations or another app: what it may do behind our back.
  public record Automation(
      AutomationName name,
      List<EventPattern> startsOn,
      List<Leaves> mayWrite,
      Set<PurposeName> maySend,
      Position position) {
    public Automation {
      startsOn = List.copyOf(startsOn);
      mayWrite = List.copyOf(mayWrite);
      maySend = Sets.sorted(maySend);
    }
  }

  /// When the business works and when contacts are left in peace.
  ///
  /// @param quiet no message goes out inside it, in the contact's time zone
  /// @param open business hours, in the location's time zone
  /// @param holidays days on which the business is closed and no message goes out
  public record Hours(
      List<Window> quiet, List<Window> open, Set<LocalDate> holidays, UnknownZone unknownZone) {
    public Hours {
      quiet = List.copyOf(quiet);
      open = List.copyOf(open);
      holidays = Sets.sorted(holidays);
    }
  }

  /// What counts as a contact's time zone when the CRM does not say.
  public enum UnknownZone {
    LOCATION,
    HOLD_UNTIL_SAFE_EVERYWHERE
  }
}
