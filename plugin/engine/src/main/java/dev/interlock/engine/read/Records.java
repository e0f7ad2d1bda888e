package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Announcements;
import dev.interlock.engine.store.Rounds;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Questions about what happened. Each answer is of one moment, and comes from the store alone.
public interface Records {
  /// All accounts in which contracts ever went live.
  List<InstallationId> installations();

  /// All accounts in which our app is, or was, installed, by name; none where one account is
  /// connected by its token.
  List<Account> accounts();

  /// Triggers in the account's own workflows that fire when runs end, those included that never
  /// can.
  List<Subscription> subscriptions(InstallationId account);

  /// The account's time zone.
  ZoneId zone(InstallationId installation);

  /// How many of everything.
  Totals totals(InstallationId installation);

  /// When something was heard from its CRM last, by a webhook or by reading what none told; empty
  /// when nothing ever was.
  Optional<Instant> lastHeard(InstallationId installation);

  /// How many things have changed in the CRM since contracts went live, of each account in which
  /// any have.
  Map<InstallationId, Long> drifted();

  /// What its CRM said last of the day's calls; empty where nothing was said or kept.
  Optional<DayLine> day(InstallationId installation);

  /// Runs, the one that changed last first.
  List<RunSummary> runs(InstallationId installation, RunFilter filter, int limit, int skip);

  /// A run with everything it did.
  Optional<RunDetail> run(InstallationId installation, RunId run);

  /// What all runs did, the latest first.
  List<NewsLine> latest(InstallationId installation, int limit);

  /// How many runs of each contract version ended by which exit.
  List<ExitCount> exits(InstallationId installation);

  /// How many calls to the CRM the runs of each contract took, of the last thousand that began and
  /// have ended since.
  List<CallCount> callsPerRun(InstallationId installation);

  /// How often automations of the CRM and other apps acted on contacts with whom runs were under
  /// way.
  ///
  /// @param since not more than thirty days ago: what is older is forgotten
  List<ForeignCount> foreignActs(InstallationId installation, Instant since);

  /// How many runs of each contract version stand where.
  List<PlaceCount> places(InstallationId installation);

  /// Contract versions, those that take new entries first.
  List<VersionLine> versions(InstallationId installation);

  /// The text of the operation in force, as it was loaded.
  Optional<String> operationText(InstallationId installation);

  /// The text of a contract version as it was loaded.
  Optional<String> contractText(InstallationId installation, ContractId contract, String hash);

  /// Who was not admitted, the latest first; of one contract, or of all.
  List<RefusalLine> refusals(InstallationId installation, Optional<ContractId> contract, int limit);

  /// How many times each contract turned a contact away.
  Map<ContractId, Long> refusalTotals(InstallationId installation);

  /// How many contacts each contract turned away for each reason.
  List<RefusalCount> refusalCounts(InstallationId installation);

  /// All that happened and did not happen to a contact; empty when never heard of.
  Optional<ContactStory> story(InstallationId installation, ContactId contact);

  /// Contacts whose name or id contains this, in the order of their names.
  List<ContactLine> contacts(InstallationId installation, String containing, int limit);

  /// What a person has to look at, the oldest first.
  List<AttentionLine> attention(InstallationId installation);

  /// Webhooks that could not be worked on, the oldest first.
  List<AsideLine> setAside(InstallationId installation);

  /// Ends of runs that workflows of the CRM were not told, and are not told any more unless
  /// somebody wants it, the earliest first.
  List<Announcements.Failed> untold(InstallationId installation);

  /// How far readings of the CRM for what webhooks never told have come; empty when there are none.
  List<Rounds.Round> rounds(InstallationId installation);

  /// Who holds which contact.
  List<LaneLine> lanes(InstallationId installation);

  /// Who holds which contact, and who waits for them.
  LaneBook laneBook(InstallationId installation);

  /// Who waits for a lane because its holder was displaced, and in turn, and who holds lanes of the
  /// same contacts.
  ///
  /// @param limit how many of each kind at most
  /// @param alsoInTurn whether those in turn are looked for, which goes through all runs under way
  LaneBook waiting(InstallationId installation, int limit, boolean alsoInTurn);

  /// What operators ordered, the latest first.
  List<AuditLine> audit(InstallationId installation, int limit);
}
