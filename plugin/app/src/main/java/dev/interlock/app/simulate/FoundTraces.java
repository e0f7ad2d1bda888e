package dev.interlock.app.simulate;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Replay;
import dev.interlock.verifier.finding.Review;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the stories of findings as files, each with a name that says what was found and stays the
/// same from one verification to the next.
public final class FoundTraces {
  private final Path folder;
  private final List<Path> contracts;
  private final Repertoire repertoire;
  private final Set<String> taken = new HashSet<>();

  /// @param contracts where the contracts lie, as they were given on the command line
  private FoundTraces(Path folder, List<Path> contracts, Repertoire repertoire) {
    this.folder = folder;
    this.contracts = contracts;
    this.repertoire = repertoire;
  }

  /// Writes a story for each finding that was played.
  ///
  /// @param contracts where the contracts lie, as they were given on the command line
  /// @return the same review, with where the stories lie
  public static Review write(Path folder, List<Path> contracts, ContractSet set, Review review) {
    boolean isAny =
        review.remarks().stream()
            .anyMatch(remark -> remark.finding().evidence() instanceof Evidence.Played);
    if (!isAny) {
      return review;
    }
    return review.map(new FoundTraces(folder, contracts, Repertoire.of(set))::written);
  }

  private Remark written(Remark remark) {
    return switch (remark.finding().evidence()) {
      case Evidence.Played(_, var script) -> written(remark, script);
      case Evidence.Shape _, Evidence.Exhaustive _, Evidence.Unresolved _ -> remark;
    };
  }

  private Remark written(Remark remark, Script script) {
    Path file = folder.resolve(name(remark.finding()));
    Traces.write(file, script);
    return remark.with(
        new Replay(file.toString(), command(file), isSeen(remark.finding().rule(), script)));
  }

  /// As in `e-stage-backward_missed-call-text-back_move-to-engaged.json`.
  private String name(Finding finding) {
    String words =
        Stream.of(finding.rule(), finding.contract(), finding.at())
            .map(Traces::plain)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("_"));
    String name = words;
    for (int number = 2; !taken.add(name); number++) {
      name = words + "_" + number;
    }
    return name + ".json";
  }

  private boolean isSeen(String rule, Script script) {
    return Monitors.of(repertoire).watch(Simulation.play(repertoire, script).chronicle()).stream()
        .anyMatch(breach -> breach.rule().equals(rule) && !breach.overtaken());
  }

  private String command(Path file) {
    return Stream.of(
            Stream.of("interlock simulate"),
            contracts.stream().map(FoundTraces::quoted),
            Stream.of("--trace", quoted(file)))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" "));
  }

  /// As a shell takes it for one word.
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./+:@%,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
