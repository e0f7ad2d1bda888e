package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.handbook.diagram.Diagram;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.page.WorkflowView.Clause;
import dev.interlock.handbook.page.WorkflowView.Exclusion;
import dev.interlock.handbook.page.WorkflowView.Handled;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.EntryWords;
import dev.interlock.handbook.words.LaneWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.PolicyWords;
import dev.interlock.handbook.words.Titles;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.List;

/// Reads the page of one workflow.
public final class WorkflowReader {
  private final ContractSet set;
  private final Edition edition;
  private final Words words;
  private final String pages;

  /// Reads workflows of a set; `pages` is what goes before the file name of a page.
  public WorkflowReader(ContractSet set, Edition edition, String pages) {
    this.set = set;
    this.edition = edition;
    this.words = Words.of(set);
    this.pages = pages;
  }

  /// The page of a contract with its drawing.
  public WorkflowView view(Frame frame, Contract contract, Diagram diagram) {
    ContentHash hash = ContentHash.of(contract);
    ProofView proof = new ProofReader(set, edition, pages).of(contract);
    Findings findings = new Findings(Titles.of(set), pages);
    var standing = edition.countsOf(contract.id()).standing();
    StepsReader steps = new StepsReader(Words.of(set, contract), contract);
    return new WorkflowView(
        frame,
        contract.title(),
        Phrases.sentence(contract.purpose()),
        Phrases.sentence(contract.trigger().milestone()),
        words.entry().trigger(contract.trigger()),
        facts(contract),
        edition.running(contract.id()),
        contract.admits().stream().map(this::clause).toList(),
        exclusion(contract),
        policies(contract),
        new SafeString(diagram.svg(standing)),
        new SafeString(diagram.hasHandlers() ? diagram.handlersSvg(standing) : ""),
        steps.path(),
        handlers(contract, steps),
        exits(contract),
        changes(contract),
        Questions.of(set, contract, Words.of(set, contract), hash.shortForm(), proof.sentence()),
        hash.shortForm(),
        hash.hex(),
        pages + "checks.html",
        proof,
        edition.report().stream()
            .flatMap(report ->
                findings
                    .views(Findings.concerning(report, contract.id()), contract.id().text())
                    .stream())
            .toList(),
        new AcceptedReader(edition, findings).of(contract),
        new TakenReader(set, words).of(contract));
  }

  private List<Labelled> facts(Contract contract) {
    String lane =
        switch (contract.lane()) {
          case LaneClaim.InLane(var name, _, _, _) -> name.text();
          case LaneClaim.NoLane _ -> "none";
        };
    return List.of(
        new Labelled("Answers for it", List.of(contract.owner().text())),
        new Labelled("Lane", List.of(lane)),
        new Labelled("One run per", List.of(contract.key().words())));
  }

  private Clause clause(EntryClause clause) {
    List<String> details = new ArrayList<>();
    if (clause.whenUnknown() != WhenUnknown.TURN_AWAY) {
      details.add(EntryWords.unknown(clause.whenUnknown()));
    }
    if (clause.atEntryOnly().isPresent()) {
      details.add(EntryWords.later(clause));
    }
    return new Clause(
        words.entry().clause(clause),
        Phrases.sentence(clause.reason()),
        clause.demand() == Demand.REQUIRE,
        details);
  }

  private Exclusion exclusion(Contract contract) {
    List<String> sentences = new ArrayList<>();
    sentences.add(LaneWords.claim(contract.lane()));
    List<Link> others = new ArrayList<>();
    switch (contract.lane()) {
      case LaneClaim.InLane(var lane, var whenOccupied, _, _) -> {
        sentences.add(LaneWords.whenOccupied(whenOccupied));
        set.contracts().stream()
            .filter(other -> LaneWords.claims(other, lane) && !other.id().equals(contract.id()))
            .forEach(
                other -> others.add(new Link(other.title(), pages + Anchors.page(other.id()))));
      }
      case LaneClaim.NoLane _ -> {}
    }
    sentences.add(EntryWords.key(contract.key()));
    sentences.add(EntryWords.reentry(contract.reentry(), contract.key()));
    return new Exclusion(sentences, others);
  }

  private List<String> policies(Contract contract) {
    List<String> sentences = new ArrayList<>(PolicyWords.hours(set.operation().hours()));
    var sends = PathWalk.sends(contract);
    set.operation().limits().stream()
        .filter(
            limit -> sends.stream().anyMatch(send -> send.message().channel() == limit.channel()))
        .forEach(limit -> sentences.add(PolicyWords.limit(limit)));
    set.operation().purposes().stream()
        .filter(purpose ->
            sends.stream()
                .anyMatch(
                    send -> send.terms().purpose().filter(purpose.name()::equals).isPresent()))
        .forEach(purpose -> sentences.add(PolicyWords.purpose(purpose)));
    return sentences;
  }

  private static List<Handled> handlers(Contract contract, StepsReader steps) {
    List<Handled> handled = new ArrayList<>();
    for (int number = 0; number < contract.handlers().size(); number++) {
      handled.add(
          new Handled(Anchors.handler(number), steps.handler(contract.handlers().get(number))));
    }
    return handled;
  }

  private List<ExitView> exits(Contract contract) {
    return contract.allExits().stream()
        .map(exit ->
            ExitView.of(contract, exit, words, pages, edition.ended(contract.id(), exit.name())))
        .toList();
  }

  private List<String> changes(Contract contract) {
    return contract.declarations().stream()
        .filter(Declaration.Changed.class::isInstance)
        .map(words.declarations()::sentence)
        .toList();
  }
}
