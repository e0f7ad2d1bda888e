package dev.interlock.handbook.page;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.ExitWords;
import dev.interlock.handbook.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One ending in words.
///
/// @param anchor its place in the workflow's page
/// @param kind what sort of ending it is, as a person would say it
/// @param look how the stylesheet marks its sort
/// @param leaves what is true afterwards, as clauses
/// @param next what may come next, as a sentence
/// @param routes the workflow into which contacts go on; none or one
/// @param ended how many runs ended so; none when nobody counted
/// @param standard whether every workflow has it, and this one does not word it itself
public record ExitView(
    String anchor,
    String name,
    String kind,
    String look,
    String meaning,
    List<String> leaves,
    String notifies,
    String next,
    List<Link> routes,
    List<Long> ended,
    boolean standard,
    Link workflow) {
  public ExitView {
    leaves = List.copyOf(leaves);
    routes = List.copyOf(routes);
    ended = List.copyOf(ended);
  }

  /// The ending of a contract.
  static ExitView of(Contract contract, Exit exit, Words words, String pages, List<Long> ended) {
    String page = pages + Anchors.page(contract.id());
    return new ExitView(
        Anchors.exit(exit.name()),
        exit.name().text(),
        exit.kind().words(),
        look(exit.kind()),
        ExitWords.meaning(exit),
        Stream.concat(
                exit.leaves().stream().map(ExitWords::leaves),
                exit.tasks().stream().map(ExitWords::task))
            .toList(),
        ExitWords.notifies(exit.notifies(), contract.owner().text()),
        words.exits().next(exit.continuation()),
        routes(exit.continuation(), words, pages),
        ended,
        !contract.exits().contains(exit),
        new Link(contract.title(), page + "#" + Anchors.exit(exit.name())));
  }

  /// The class by which the stylesheet knows endings of the kind.
  static String look(ExitKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<Link> routes(Continuation continuation, Words words, String pages) {
    return switch (continuation) {
      case Continuation.RoutesTo(var target, _) when words.titles().byId().containsKey(target) ->
          List.of(new Link(words.titles().of(target), pages + Anchors.page(target)));
      case Continuation.RoutesTo _, Continuation.Next _, Continuation.Nothing _ -> List.of();
    };
  }
}
