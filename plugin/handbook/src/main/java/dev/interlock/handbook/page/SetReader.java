package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.handbook.diagram.OperatingMap;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.page.EndingsView.Sort;
import dev.interlock.handbook.page.MapView.LaneView;
import dev.interlock.handbook.page.MapView.Route;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.ExitWords;
import dev.interlock.handbook.words.LaneWords;
import dev.interlock.handbook.words.OperationWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.PolicyWords;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the pages about the whole set.
public final class SetReader {
  private static final String CHECKS = "checks.html";

  private final ContractSet set;
  private final Edition edition;
  private final Words words;
  private final String pages;

  /// Reads a set; `pages` is what goes before the file name of a page.
  public SetReader(ContractSet set, Edition edition, String pages) {
    this.set = set;
    this.edition = edition;
    this.words = Words.of(set);
    this.pages = pages;
  }

  /// The first page.
  public IndexView index(Frame frame) {
    List<Labelled> lanes =
        lanes().stream()
            .map(lane -> new Labelled(lane.name(), List.of(lane.purpose(), lane.sentence())))
            .toList();
    return new IndexView(
        frame,
        new ProofReader(set, edition, pages).whole(),
        pages + CHECKS,
        set.contracts().stream().map(this::entry).toList(),
        lanes,
        new PipelineReader(set, pages).all());
  }

  private IndexView.Entry entry(Contract contract) {
    Checked checked = Checked.of(edition, contract.id());
    return new IndexView.Entry(
        contract.title(),
        pages + Anchors.page(contract.id()),
        Phrases.sentence(contract.purpose()),
        words.entry().trigger(contract.trigger()),
        contract.owner().text(),
        ContentHash.of(contract).shortForm(),
        checked.brief(),
        checked.sound(),
        edition.running(contract.id()),
        exits(contract));
  }

  /// The map of the set, drawn before.
  public MapView map(Frame frame, OperatingMap map) {
    Map<ContractId, Long> running = edition.running();
    return new MapView(
        frame,
        new ProofReader(set, edition, pages).whole(),
        pages + CHECKS,
        new SafeString(map.svg(running)),
        new SafeString(map.stagesSvg()),
        lanes(),
        routes(),
        new PipelineReader(set, pages).all());
  }

  private List<LaneView> lanes() {
    return set.operation().lanes().stream().map(this::lane).toList();
  }

  private LaneView lane(Operation.Lane lane) {
    List<Link> members =
        set.contracts().stream()
            .filter(contract -> LaneWords.claims(contract, lane.name()))
            .map(contract -> new Link(contract.title(), pages + Anchors.page(contract.id())))
            .toList();
    return new LaneView(
        Anchors.lane(lane.name()),
        lane.name().text(),
        Phrases.sentence(lane.purpose()),
        LaneWords.members(set, lane.name()),
        members);
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Contract contract : set.contracts()) {
      for (Exit exit : contract.allExits()) {
        switch (exit.continuation()) {
          case Continuation.RoutesTo _ ->
              routes.add(
                  new Route(
                      new Link(
                          contract.title(),
                          pages + Anchors.page(contract.id()) + "#" + Anchors.exit(exit.name())),
                      exit.name().text(),
                      ExitView.look(exit.kind()),
                      words.exits().next(exit.continuation())));
          case Continuation.Next _, Continuation.Nothing _ -> {}
        }
      }
    }
    return routes;
  }

  /// The glossary of endings.
  public EndingsView endings(Frame frame) {
    List<Sort> sorts = new ArrayList<>();
    for (ExitKind kind : ExitKind.values()) {
      List<ExitView> exits = new ArrayList<>();
      for (Contract contract : set.contracts()) {
        contract.allExits().stream()
            .filter(exit -> exit.kind() == kind)
            .forEach(exit -> exits.add(view(contract, exit)));
      }
      sorts.add(
          new Sort(
              ExitView.look(kind), Phrases.capital(kind.words()), ExitWords.meaning(kind), exits));
    }
    return new EndingsView(frame, sorts);
  }

  private List<ExitView> exits(Contract contract) {
    return contract.exits().stream().map(exit -> view(contract, exit)).toList();
  }

  private ExitView view(Contract contract, Exit exit) {
    return ExitView.of(contract, exit, words, pages, edition.ended(contract.id(), exit.name()));
  }

  /// What holds over all workflows.
  public RulesView rules(Frame frame) {
    Operation operation = set.operation();
    List<Labelled> sections = new ArrayList<>();
    sections.add(
        new Labelled("Quiet hours and business hours", PolicyWords.hours(operation.hours())));
    add(
        sections,
        "How many messages",
        operation.limits().stream().map(PolicyWords::limit).toList());
    add(
        sections,
        "What messages are for",
        operation.purposes().stream().map(PolicyWords::purpose).toList());
    add(sections, "Teams", operation.teams().stream().map(SetReader::team).toList());
    add(
        sections,
        "Calendars",
        operation.calendars().stream().map(name -> Phrases.quoted(name) + ".").toList());
    add(sections, "Tags", operation.tags().stream().map(SetReader::tag).toList());
    add(
        sections,
        "Tags that exclude each other",
        operation.groups().stream().map(OperationWords::group).toList());
    add(sections, "Fields", operation.fields().stream().map(OperationWords::field).toList());
    add(
        sections,
        "Automations of the CRM itself",
        operation.automations().stream().map(OperationWords::automation).toList());
    List<RulesView.Setting> settings =
        operation.settings().stream()
            .map(setting ->
                new RulesView.Setting(
                    setting.name().text(), Phrases.sentence(setting.meaning()), setting.example()))
            .toList();
    return new RulesView(frame, sections, settings);
  }

  private static void add(List<Labelled> sections, String label, List<String> sentences) {
    if (!sentences.isEmpty()) {
      sections.add(new Labelled(label, sentences));
    }
  }

  private static String team(Operation.Team team) {
    return team.members().isEmpty()
        ? team.name() + " has no members yet."
        : team.name() + ": " + Phrases.and(team.members()) + ".";
  }

  private static String tag(Operation.Tag tag) {
    return Phrases.quoted(tag.name()) + ". " + OperationWords.writers(tag.writers());
  }
}
