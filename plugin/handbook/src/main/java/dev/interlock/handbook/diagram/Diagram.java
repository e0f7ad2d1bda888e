package dev.interlock.handbook.diagram;

import dev.interlock.contract.model.Contract;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Titles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A contract as a drawing: what begins it, who enters, every step, wait and branch, and every
/// ending, from top to bottom; below, what it does whenever something happens.
///
/// The places are worked out once; [#svg(Map)] only adds figures, so a page may ask often.
public final class Diagram {
  private final Contract contract;
  private final List<Sheet> path;
  private final List<Sheet> handlers;

  private Diagram(Contract contract, List<Sheet> path, List<Sheet> handlers) {
    this.contract = contract;
    this.path = List.copyOf(path);
    this.handlers = List.copyOf(handlers);
  }

  /// The drawing of a contract that stands alone: nothing in it is a link.
  public static Diagram of(Contract contract) {
    return drawn(contract, Titles.none(), Links.none());
  }

  /// The drawing on the contract's own page: boxes lead to the words about them.
  public static Diagram onPage(Contract contract, Titles titles) {
    return drawn(contract, titles, Links.to(""));
  }

  private static Diagram drawn(Contract contract, Titles titles, Links links) {
    Program program = Program.of(contract);
    Sheet path = Arranger.downward(FlowReader.path(program, titles, links));
    List<Sheet> handlers = new ArrayList<>();
    for (int number = 0; number < program.listeners().size(); number++) {
      handlers.add(Arranger.rightward(FlowReader.handler(program, number, titles, links)));
    }
    return new Diagram(contract, List.of(path), handlers);
  }

  /// The path as SVG, with the number of runs at each place that has some.
  public String svg(Map<NodeId, Long> standing) {
    return new Painter("path", byBox(standing))
        .drawing(
            "The path of " + contract.title(),
            "From the event that begins it to its endings, with "
                + Phrases.counted(steps(path), "box", "boxes")
                + ". The same path stands below in words.",
            path);
  }

  /// Whether something may happen at any time.
  public boolean hasHandlers() {
    return !handlers.isEmpty();
  }

  /// What happens whenever something happens, as SVG.
  public String handlersSvg(Map<NodeId, Long> standing) {
    return new Painter("whenever", byBox(standing))
        .drawing(
            "At any time in " + contract.title(),
            "What the workflow does whenever something happens, wherever it waits.",
            handlers);
  }

  List<Sheet> sheets() {
    List<Sheet> all = new ArrayList<>(path);
    all.addAll(handlers);
    return all;
  }

  private static int steps(List<Sheet> sheets) {
    return sheets.stream().mapToInt(sheet -> sheet.boxes().size()).sum();
  }

  private static Map<String, Long> byBox(Map<NodeId, Long> standing) {
    Map<String, Long> counts = new LinkedHashMap<>();
    standing.forEach((place, count) -> counts.merge(FlowReader.boxOf(place), count, Long::sum));
    return counts;
  }
}
