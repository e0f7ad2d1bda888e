package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AsideLine;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.CallCount;
import dev.interlock.engine.read.ContactLine;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.DayLine;
import dev.interlock.engine.read.ExitCount;
import dev.interlock.engine.read.ForeignCount;
import dev.interlock.engine.read.LaneBook;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.NewsLine;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RefusalCount;
import dev.interlock.engine.read.RefusalLine;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Announcements;
import dev.interlock.engine.store.Rounds;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers each question on one connection.
record SqlRecords(Readings readings) implements Records {
  @Override
  public List<InstallationId> installations() {
    return readings.ask(scope -> new Counting(scope).installations());
  }

  @Override
  public List<Account> accounts() {
    return readings.ask(scope -> new SqlAccounts(scope.jdbc()).all());
  }

  @Override
  public List<Subscription> subscriptions(InstallationId account) {
    return readings.ask(scope ->
        new SqlSubscriptions(scope.jdbc())
            .of(account).stream().filter(each -> each.heard() != Heard.DELETED).toList());
  }

  @Override
  public ZoneId zone(InstallationId installation) {
    return readings.ask(scope -> new SqlInstallations(scope).zone(installation));
  }

  @Override
  public Totals totals(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).totals(installation));
  }

  @Override
  public Optional<Instant> lastHeard(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).lastHeard(installation));
  }

  @Override
  public Map<InstallationId, Long> drifted() {
    return readings.ask(scope -> new Counting(scope).drifted());
  }

  @Override
  public Optional<DayLine> day(InstallationId installation) {
    return readings.ask(scope -> new SqlAllowances(scope).last(installation));
  }

  @Override
  public List<RunSummary> runs(InstallationId installation, RunFilter filter, int limit, int skip) {
    return readings.ask(scope -> new RunReading(scope).runs(installation, filter, limit, skip));
  }

  @Override
  public Optional<RunDetail> run(InstallationId installation, RunId run) {
    return readings.ask(scope -> new RunReading(scope).run(installation, run));
  }

  @Override
  public List<NewsLine> latest(InstallationId installation, int limit) {
    return readings.ask(scope -> new RunReading(scope).latest(installation, limit));
  }

  @Override
  public List<ExitCount> exits(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).exits(installation));
  }

  @Override
  public List<CallCount> callsPerRun(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).callsPerRun(installation));
  }

  @Override
  public List<ForeignCount> foreignActs(InstallationId installation, Instant since) {
    return readings.ask(scope -> new SqlForeignActs(scope).counts(installation, since));
  }

  @Override
  public List<PlaceCount> places(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).places(installation));
  }

  @Override
  public List<VersionLine> versions(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).versions(installation));
  }

  @Override
  public Optional<String> operationText(InstallationId installation) {
    return readings.ask(scope -> new SqlVersions(scope).operation(installation));
  }

  @Override
  public Optional<String> contractText(
      InstallationId installation, ContractId contract, String hash) {
    return readings.ask(scope -> new SqlVersions(scope).text(installation, contract, hash));
  }

  @Override
  public List<RefusalLine> refusals(
      InstallationId installation, Optional<ContractId> contract, int limit) {
    return readings.ask(scope -> new StoryReading(scope).refusals(installation, contract, limit));
  }

  @Override
  public Map<ContractId, Long> refusalTotals(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).refusalTotals(installation));
  }

  @Override
  public List<RefusalCount> refusalCounts(InstallationId installation) {
    return readings.ask(scope -> new Counting(scope).refusals(installation));
  }

  @Override
  public Optional<ContactStory> story(InstallationId installation, ContactId contact) {
    return readings.ask(scope -> new StoryReading(scope).story(installation, contact));
  }

  @Override
  public List<ContactLine> contacts(InstallationId installation, String containing, int limit) {
    return readings.ask(scope -> new StoryReading(scope).contacts(installation, containing, limit));
  }

  @Override
  public List<AttentionLine> attention(InstallationId installation) {
    return readings.ask(scope -> new NoticeReading(scope).attention(installation));
  }

  @Override
  public List<AsideLine> setAside(InstallationId installation) {
    return readings.ask(scope ->
        new SqlInbox(scope)
            .aside(installation).stream()
                .map(aside ->
                    new AsideLine(
                        aside.ticket().number(),
                        aside.kind(),
                        new ContactId(aside.ticket().orderKey()),
                        aside.receivedAt(),
                        aside.trouble()))
                .toList());
  }

  @Override
  public List<Announcements.Failed> untold(InstallationId installation) {
    return readings.ask(scope -> new SqlAnnouncements(scope).failed(installation));
  }

  @Override
  public List<Rounds.Round> rounds(InstallationId installation) {
    return readings.ask(scope -> new SqlRounds(scope).all(installation));
  }

  @Override
  public List<LaneLine> lanes(InstallationId installation) {
    return readings.ask(scope -> new LaneReading(scope).held(installation));
  }

  @Override
  public LaneBook laneBook(InstallationId installation) {
    return readings.ask(scope -> new LaneReading(scope).book(installation));
  }

  @Override
  public LaneBook waiting(InstallationId installation, int limit, boolean alsoInTurn) {
    return readings.ask(scope -> new LaneReading(scope).waiting(installation, limit, alsoInTurn));
  }

  @Override
  public List<AuditLine> audit(InstallationId installation, int limit) {
    return readings.ask(scope -> new NoticeReading(scope).audit(installation, limit));
  }
}
