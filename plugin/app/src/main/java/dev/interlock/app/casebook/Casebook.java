package dev.interlock.app.casebook;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.Undeclared;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.ContactLine;
import dev.interlock.engine.read.ExitCount;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.engine.store.Rounds;
import dev.interlock.handbook.edition.Counts;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.HearingView;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.PeopleView;
import dev.interlock.handbook.words.Titles;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers what runs, what happened to whom, and why: from the store, at the moment of asking.
/// Thread-safe.
public final class Casebook {
  private final Records records;
  private final InstallationId installation;
  private final InstantSource clock;
  private final Versions versions;

  /// A casebook for one account.
  public Casebook(Records records, InstallationId installation, InstantSource clock) {
    this.records = records;
    this.installation = installation;
    this.clock = clock;
    this.versions = new Versions(records, installation);
  }

  /// The whole business at this moment.
  ///
  /// @param notice what a visitor has to know first
  /// @param facts figures from elsewhere, shown after our own
  public OperationView operation(Optional<String> notice, List<OperationView.Fact> facts) {
    return new OperationPage(records, installation, versions, clock.instant()).view(notice, facts);
  }

  /// Everybody whose name or id contains this, those who changed last first.
  public PeopleView people(String containing) {
    return new PeoplePage(records, installation, versions, clock.instant()).view(containing);
  }

  /// A contact's story; empty when we never heard of them.
  public Optional<ContactStory> story(ContactId contact) {
    return records
        .story(installation, contact)
        .map(story ->
            new StoryPage(versions, records.zone(installation), clock.instant()).tell(story));
  }

  /// What webhooks told of what is in the CRM, and what only reading it found.
  public HearingView hearing() {
    return new HearingView(zone(), clock.instant(), rounds().stream().map(Casebook::ear).toList());
  }

  private static HearingView.Ear ear(Rounds.Round round) {
    return new HearingView.Ear(
        round.kind().words(),
        round.watched(),
        round.count().met(),
        round.count().told(),
        round.count().found(),
        round.lookedAt(),
        round.next(),
        round.obstacle());
  }

  /// How much there is of everything.
  public Totals totals() {
    return records.totals(installation);
  }

  /// How far readings of the CRM for what webhooks never told have come.
  public List<Rounds.Round> rounds() {
    return records.rounds(installation);
  }

  /// Contacts whose name or id contains this.
  public List<ContactLine> contacts(String containing) {
    return records.contacts(installation, containing, 50);
  }

  /// Runs, the one that changed last first.
  public List<RunSummary> runs(RunFilter filter, int limit) {
    return records.runs(installation, filter, limit, 0);
  }

  /// One run; empty when there is none of this id.
  public Optional<RunSummary> run(RunId run) {
    return records.run(installation, run).map(RunDetail::summary);
  }

  /// One run with all that it needs to go on; empty when there is none of this id.
  public Optional<Run> whole(RunId run) {
    return records.run(installation, run).map(RunDetail::run);
  }

  /// Orders that were carried out, the latest first.
  public List<AuditLine> audit(int limit) {
    return records.audit(installation, limit);
  }

  /// Who holds which contact, the longest first.
  public List<LaneLine> lanes() {
    return records.lanes(installation);
  }

  /// Who holds which contact, the longest first, and who waits for them.
  public List<LaneRow> laneRows() {
    return LaneRows.of(versions).rows(records.laneBook(installation));
  }

  /// Contract versions, those that take new entries first.
  public List<VersionLine> versions() {
    return records.versions(installation);
  }

  /// How many runs of each version stand where.
  public List<PlaceCount> places() {
    return records.places(installation);
  }

  /// A version laid out; empty when this Interlock cannot read it.
  public Optional<Program> program(ContractId contract, String hash) {
    return versions.program(contract, hash);
  }

  /// In which zone times are told.
  public ZoneId zone() {
    return records.zone(installation);
  }

  /// What contracts are called.
  public Titles titles() {
    return versions.titles();
  }

  /// Why what was proved of which contracts is no longer founded.
  public Map<ContractId, List<String>> unfounded(List<Contract> live) {
    List<String> raised =
        records.attention(installation).stream()
            .filter(line -> line.concern() == Concern.UNFOUNDED)
            .map(AttentionLine::words)
            .toList();
    Map<ContractId, List<String>> all = new HashMap<>();
    for (Contract contract : raised.isEmpty() ? List.<Contract>of() : live) {
      List<String> why =
          Undeclared.readBy(contract).stream()
              .map(Undeclared::words)
              .filter(raised::contains)
              .sorted()
              .toList();
      if (!why.isEmpty()) {
        all.put(contract.id(), why);
      }
    }
    return all;
  }

  /// How many runs stand and ended where, by contract.
  public Map<ContractId, Counts> counts() {
    Map<ContractId, Long> running = new HashMap<>();
    Map<ContractId, Map<NodeId, Long>> standing = new HashMap<>();
    for (PlaceCount place : records.places(installation)) {
      running.merge(place.contract(), place.count(), Long::sum);
      place.place().ifPresent(at -> add(standing, place.contract(), at, place.count()));
    }
    Map<ContractId, Map<ExitName, Long>> ended = new HashMap<>();
    for (ExitCount exit : records.exits(installation)) {
      add(ended, exit.contract(), exit.exit(), exit.count());
    }
    return records.versions(installation).stream()
        .map(VersionLine::contract)
        .distinct()
        .collect(
            Collectors.toMap(
                contract -> contract,
                contract ->
                    new Counts(
                        running.getOrDefault(contract, 0L),
                        standing.getOrDefault(contract, Map.of()),
                        ended.getOrDefault(contract, Map.of()))));
  }

  private static <K> void add(
      Map<ContractId, Map<K, Long>> counts, ContractId contract, K what, long count) {
    counts.computeIfAbsent(contract, _ -> new HashMap<>()).merge(what, count, Long::sum);
  }
}
