package dev.interlock.handbook;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.diagram.Diagram;
import dev.interlock.handbook.diagram.OperatingMap;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.page.ChecksReader;
import dev.interlock.handbook.page.SetReader;
import dev.interlock.handbook.page.WorkflowReader;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The handbook of a set of contracts: an index, a page for each workflow, the map, the glossary of
/// endings and the rules that hold over all.
///
/// Made once for a set, and asked for pages as often as needed: drawings are worked out when they
/// are first wanted and kept, everything else is printed anew. Safe to use from many threads.
public final class Handbook {
  private final ContractSet set;
  private final Site site;
  private final Frames frames;
  private final Press press = new Press();
  private final Object pen = new Object();
  private final Map<ContractId, Diagram> diagrams = new HashMap<>();
  private Optional<OperatingMap> map = Optional.empty();

  private Handbook(ContractSet set, Site site, String business) {
    this.set = set;
    this.site = site;
    this.frames = new Frames(business, site);
  }

  /// The handbook of a set, for a site.
  public static Handbook of(ContractSet set, Site site) {
    return of(set, site, set.operation().name());
  }

  /// The same for a business that is called otherwise than its operation, which it shares.
  public static Handbook of(ContractSet set, Site site, String business) {
    return new Handbook(set, site, business);
  }

  /// The file names of all pages, the index first.
  public List<String> files() {
    List<String> files =
        new ArrayList<>(
            List.of(Frames.INDEX, Frames.MAP, Frames.ENDINGS, Frames.RULES, Frames.CHECKS));
    set.contracts().forEach(contract -> files.add(Anchors.page(contract.id())));
    return List.copyOf(files);
  }

  /// The page of this file name.
  public Optional<String> page(String file, Edition edition) {
    SetReader reader = new SetReader(set, edition, site.handbook());
    return switch (file) {
      case Frames.INDEX ->
          Optional.of(
              press.print("handbook/index", reader.index(frames.frame("Workflows", at(file)))));
      case Frames.MAP ->
          Optional.of(
              press.print(
                  "handbook/map", reader.map(frames.frame("Operating map", at(file)), map())));
      case Frames.ENDINGS ->
          Optional.of(
              press.print("handbook/endings", reader.endings(frames.frame("Endings", at(file)))));
      case Frames.RULES ->
          Optional.of(press.print("handbook/rules", reader.rules(frames.frame("Rules", at(file)))));
      case Frames.CHECKS ->
          Optional.of(
              press.print(
                  "handbook/checks",
                  new ChecksReader(set, edition, site.handbook())
                      .view(frames.frame("Checks", at(file)))));
      default -> workflow(file, edition);
    };
  }

  private Optional<String> workflow(String file, Edition edition) {
    WorkflowReader reader = new WorkflowReader(set, edition, site.handbook());
    return set.contracts().stream()
        .filter(contract -> Anchors.page(contract.id()).equals(file))
        .findFirst()
        .map(contract ->
            press.print(
                "handbook/workflow",
                reader.view(
                    frames.frame(contract.title(), at(file)), contract, diagram(contract))));
  }

  /// All pages by their file names.
  public Map<String, String> pages(Edition edition) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String file : files()) {
      page(file, edition).ifPresent(text -> pages.put(file, text));
    }
    return pages;
  }

  private String at(String file) {
    return site.handbook() + file;
  }

  /// One drawing at a time: the layout library says nothing about threads.
  private Diagram diagram(Contract contract) {
    synchronized (pen) {
      return diagrams.computeIfAbsent(contract.id(), _ -> Diagram.onPage(contract, Titles.of(set)));
    }
  }

  private OperatingMap map() {
    synchronized (pen) {
      OperatingMap drawn = map.orElseGet(() -> OperatingMap.of(set, site.handbook()));
      map = Optional.of(drawn);
      return drawn;
    }
  }
}
