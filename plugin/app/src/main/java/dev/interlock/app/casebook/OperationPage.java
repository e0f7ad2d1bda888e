package dev.interlock.app.casebook;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.LaneBook;
import dev.interlock.engine.read.NewsLine;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RefusalLine;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.OperationView.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes the view of the whole business.
record OperationPage(Records records, InstallationId installation, Versions versions, Instant now) {
  private static final int LATEST = 25;
  private static final int REFUSALS = 25;
  private static final int WAITING = 25;

  OperationView view(Optional<String> notice, List<Fact> more) {
    var facts = new ArrayList<>(facts());
    facts.addAll(new Others(records.foreignActs(installation, now.minus(Others.LATELY))).facts());
    facts.addAll(more);
    List<PlaceCount> places = records.places(installation);
    return new OperationView(
        notice,
        records.zone(installation),
        now,
        facts,
        workflows(places),
        attention(NeedsSomebody.of(records.attention(installation))),
        new WaitingForLanes(versions, records.zone(installation), now)
            .lines(waiting(places), inTurn(places)),
        records.refusals(installation, Optional.empty(), REFUSALS).stream()
            .map(OperationPage::refusal)
            .toList(),
        records.latest(installation, LATEST).stream().map(OperationPage::latest).toList());
  }

  private List<Fact> facts() {
    var totals = records.totals(installation);
    return List.of(
        Fact.of("Contacts", String.valueOf(totals.contacts())),
        Fact.of("Under way", String.valueOf(totals.runsUnderWay())),
        Fact.of("Over", String.valueOf(totals.runsEnded())),
        Fact.of("Messages sent", String.valueOf(totals.messages())),
        Fact.of("Not admitted", String.valueOf(totals.refusals())),
        Fact.claim(
            "Exits verified",
            totals.exitsVerified() + " of " + (totals.exitsVerified() + totals.exitsUnverified()),
            totals.exitsUnverified() == 0));
  }

  /// Runs in turn are looked for where there are any: that goes through all that are under way.
  private LaneBook waiting(List<PlaceCount> places) {
    return records.waiting(installation, WAITING, inTurn(places) > 0);
  }

  private static long inTurn(List<PlaceCount> places) {
    return places.stream().filter(PlaceCount::isInTurn).mapToLong(PlaceCount::count).sum();
  }

  private List<OperationView.Workflow> workflows(List<PlaceCount> places) {
    Map<ContractId, Long> running = new HashMap<>();
    places.forEach(each -> running.merge(each.contract(), each.count(), Long::sum));
    Map<ContractId, Long> refused = records.refusalTotals(installation);
    Map<ContractId, Map<ExitName, Long>> ended = new HashMap<>();
    records
        .exits(installation)
        .forEach(each ->
            ended
                .computeIfAbsent(each.contract(), _ -> new TreeMap<>())
                .merge(each.exit(), each.count(), Long::sum));
    return records.versions(installation).stream()
        .map(VersionLine::contract)
        .distinct()
        .map(contract ->
            new OperationView.Workflow(
                contract,
                running.getOrDefault(contract, 0L),
                refused.getOrDefault(contract, 0L),
                ended.getOrDefault(contract, Map.of())))
        .toList();
  }

  private List<OperationView.Attention> attention(NeedsSomebody raised) {
    var all = new ArrayList<OperationView.Attention>();
    raised.shown().forEach(line -> all.add(attention(line)));
    raised
        .rest()
        .ifPresent(words ->
            all.add(new OperationView.Attention(now, wholeAccount(), Optional.empty(), words)));
    return all;
  }

  private static Contact wholeAccount() {
    return new Contact("", "The whole account");
  }

  private OperationView.Attention attention(AttentionLine line) {
    var contact = line.contact().map(this::named).orElseGet(OperationPage::wholeAccount);
    return new OperationView.Attention(line.raisedAt(), contact, line.contract(), line.words());
  }

  private Contact named(ContactId id) {
    var name =
        records.contacts(installation, id.text(), 1).stream()
            .findFirst()
            .map(line -> line.name())
            .orElse(id.text());
    return new Contact(id.text(), name);
  }

  private static OperationView.Refusal refusal(RefusalLine line) {
    return new OperationView.Refusal(
        line.at(),
        new Contact(line.contact().text(), line.contactName()),
        line.contract(),
        line.reasons().stream().map(Reason::words).collect(Collectors.toList()));
  }

  private static OperationView.Latest latest(NewsLine news) {
    return new OperationView.Latest(
        news.line().at(),
        new Contact(news.contact().text(), news.contactName()),
        news.contract(),
        news.line().kind(),
        news.line().words());
  }
}
