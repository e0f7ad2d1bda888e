package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.handbook.diagram.Bar;
import dev.interlock.handbook.page.DeskView.AttentionRow;
import dev.interlock.handbook.page.DeskView.ExitCount;
import dev.interlock.handbook.page.DeskView.FactView;
import dev.interlock.handbook.page.DeskView.LatestRow;
import dev.interlock.handbook.page.DeskView.RefusalRow;
import dev.interlock.handbook.page.DeskView.WaitingRow;
import dev.interlock.handbook.page.DeskView.WorkflowRow;
import dev.interlock.handbook.page.PeoplePage.PersonRow;
import dev.interlock.handbook.page.StoryView.Day;
import dev.interlock.handbook.page.StoryView.EndingView;
import dev.interlock.handbook.page.StoryView.LineView;
import dev.interlock.handbook.page.StoryView.PlaceView;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.PeopleView;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the pages about running work.
public final class DeskReader {
  private final ContractSet set;
  private final Words words;
  private final String pages;
  private final Function<String, String> stories;

  /// Reads what runs of a set tell.
  ///
  /// @param pages what goes before the file name of a handbook page
  /// @param stories the address of a contact's story, by the contact's id
  public DeskReader(ContractSet set, String pages, Function<String, String> stories) {
    this.set = set;
    this.words = Words.of(set);
    this.pages = pages;
    this.stories = stories;
  }

  /// The page of the whole business.
  public DeskView operation(Frame frame, String fragment, OperationView view) {
    Moments moments = new Moments(view.now(), view.zone());
    return new DeskView(
        frame,
        fragment,
        view.notice().map(Phrases::sentence).orElse(""),
        moments.at(view.now()),
        view.zone().getId(),
        view.facts().stream().map(DeskReader::fact).toList(),
        view.workflows().stream().map(this::row).toList(),
        view.attention().stream()
            .map(one ->
                new AttentionRow(
                    moments.at(one.since()),
                    link(one.contact()),
                    one.contract().map(this::link).stream().toList(),
                    Phrases.sentence(one.words())))
            .toList(),
        view.waiting().stream()
            .map(one ->
                new WaitingRow(
                    moments.at(one.since()),
                    link(one.contact()),
                    one.contract().map(this::link).stream().toList(),
                    Phrases.sentence(one.words())))
            .toList(),
        view.refusals().stream()
            .map(one ->
                new RefusalRow(
                    moments.at(one.at()),
                    link(one.contact()),
                    link(one.contract()),
                    one.reasons().stream().map(Phrases::sentence).toList()))
            .toList(),
        view.latest().stream()
            .map(one ->
                new LatestRow(
                    moments.at(one.at()),
                    link(one.contact()),
                    link(one.contract()),
                    KindWords.look(one.kind()),
                    KindWords.label(one.kind()),
                    Phrases.sentence(one.words())))
            .toList());
  }

  private static FactView fact(OperationView.Fact fact) {
    return switch (fact.standing()) {
      case FACT -> new FactView(fact.label(), fact.value(), "fact", "");
      case KEPT -> new FactView(fact.label(), fact.value(), "kept", "as promised");
      case BROKEN -> new FactView(fact.label(), fact.value(), "broken", "not as promised");
    };
  }

  private WorkflowRow row(OperationView.Workflow workflow) {
    List<ExitCount> exits = new ArrayList<>();
    Map<String, Long> parts = new LinkedHashMap<>();
    long over = 0;
    for (ExitName name : ordered(workflow)) {
      long count = workflow.ended().getOrDefault(name, 0L);
      Optional<Exit> exit = set.contract(workflow.contract()).flatMap(one -> one.exit(name));
      String look = exit.map(Exit::kind).map(ExitView::look).orElse("withdrawn");
      String kind = exit.map(Exit::kind).map(ExitKind::words).orElse("of an earlier version");
      String page = link(workflow.contract()).href();
      String href = page.isEmpty() || exit.isEmpty() ? "" : page + "#" + Anchors.exit(name);
      exits.add(new ExitCount(name.text(), href, look, kind, count));
      parts.merge(look, count, Long::sum);
      over += count;
    }
    return new WorkflowRow(
        link(workflow.contract()),
        set.contract(workflow.contract()).map(Contract::purpose).map(Phrases::sentence).orElse(""),
        workflow.running(),
        workflow.refused(),
        over,
        new SafeString(Bar.svg(parts)),
        exits);
  }

  /// Exits in the order of the contract, those of earlier versions after them; none without a
  /// count.
  private List<ExitName> ordered(OperationView.Workflow workflow) {
    List<ExitName> names = new ArrayList<>();
    set.contract(workflow.contract())
        .ifPresent(contract -> contract.allExits().forEach(exit -> names.add(exit.name())));
    workflow.ended().keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    names.removeIf(name -> workflow.ended().getOrDefault(name, 0L) == 0);
    return names;
  }

  /// The page of one contact.
  public StoryView story(Frame frame, ContactStory story) {
    Moments moments = new Moments(story.now(), story.zone());
    Map<String, List<LineView>> days = new LinkedHashMap<>();
    List<LineView> didNot = new ArrayList<>();
    for (ContactStory.Line line : story.lines()) {
      LineView view = line(line, moments);
      days.computeIfAbsent(view.at().day(), _ -> new ArrayList<>()).add(view);
      if (KindWords.didNotHappen(line.kind())) {
        didNot.add(view);
      }
    }
    return new StoryView(
        frame,
        story.contact().name(),
        story.contact().id(),
        moments.at(story.now()),
        story.zone().getId(),
        story.places().stream().map(place -> place(place, moments)).toList(),
        story.endings().stream().map(ending -> ending(ending, moments)).toList(),
        didNot,
        days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList());
  }

  private LineView line(ContactStory.Line line, Moments moments) {
    return new LineView(
        moments.at(line.at()),
        KindWords.look(line.kind()),
        KindWords.label(line.kind()),
        line.contract().map(this::link).stream().toList(),
        line.step(),
        Phrases.sentence(line.words()),
        line.quote().orElse(""));
  }

  private PlaceView place(ContactStory.Place place, Moments moments) {
    return new PlaceView(
        link(place.contract()),
        moments.at(place.since()),
        Phrases.sentence(place.where()),
        Phrases.sentence(place.next()),
        place.when().map(moments::at).stream().toList());
  }

  private EndingView ending(ContactStory.Ending ending, Moments moments) {
    Optional<Exit> exit = set.contract(ending.contract()).flatMap(one -> one.exit(ending.exit()));
    return new EndingView(
        link(ending.contract()),
        ending.exit().text(),
        exit.map(Exit::kind).map(ExitView::look).orElse("withdrawn"),
        moments.at(ending.endedAt()),
        ending.proven(),
        Phrases.sentence(ending.proof()),
        exit.map(Exit::continuation).map(words.exits()::next).orElse(""));
  }

  /// The page of all contacts.
  public PeoplePage people(Frame frame, PeopleView view) {
    Moments moments = new Moments(view.now(), view.zone());
    return new PeoplePage(
        frame,
        moments.at(view.now()),
        view.people().stream()
            .map(one ->
                new PersonRow(
                    link(one.contact()), Phrases.sentence(one.where()), moments.at(one.lastSeen())))
            .toList());
  }

  /// What concerns nobody in particular leads nowhere.
  private Link link(Contact contact) {
    return new Link(contact.name(), contact.id().isBlank() ? "" : stories.apply(contact.id()));
  }

  /// A contract that is not in the set any more has no page; its runs still have their story.
  private Link link(ContractId contract) {
    String href = set.contract(contract).isPresent() ? pages + Anchors.page(contract) : "";
    return new Link(words.titles().of(contract), href);
  }

  /// Moments as seen from one moment in one zone.
  private record Moments(Instant now, ZoneId zone) {
    When at(Instant moment) {
      return When.of(moment, now, zone);
    }
  }
}
