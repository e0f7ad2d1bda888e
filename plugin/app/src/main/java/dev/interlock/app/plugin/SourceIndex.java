package dev.interlock.app.plugin;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Spot;
import dev.interlock.verifier.finding.Spots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the places of findings in the files that contracts were read from.
///
/// A contract remembers the names of source files without their folders. Where several files have
/// one name, the one beside the contract's own file is meant.
public final class SourceIndex implements Spots {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^}]+}}");
  private static final Pattern EMPHASISED = Pattern.compile("\\*([^*]+)\\*");
  private static final String IN_JAR = "!/";

  private final List<Path> sources;
  private final Map<String, Origin> contracts;
  private final Origin operation;
  private final SourceText text = new SourceText();

  SourceIndex(List<Path> sources, Map<String, Origin> contracts, Origin operation) {
    this.sources = List.copyOf(sources);
    this.contracts = Map.copyOf(contracts);
    this.operation = operation;
  }

  /// The file that the contract was read from, a jar or a source file.
  public Optional<Path> fileOf(ContractId contract) {
    return Optional.ofNullable(contracts.get(contract.text())).map(Origin::file);
  }

  @Override
  public Spot of(Finding finding) {
    var origin = contracts.getOrDefault(finding.contract(), operation);
    Position position = finding.position();
    if (position.line() == 0) {
      return Spot.of(origin.file().toString(), 0);
    }
    if (position.file().contains(IN_JAR)) {
      // a scenario, which names its own jar
      return Spot.of(position.file(), position.line());
    }
    if (origin.isJar()) {
      return Spot.of(origin.file() + IN_JAR + position.file(), position.line());
    }
    return source(position.file(), origin)
        .map(file -> underlined(file, position.line(), finding))
        .orElseGet(() -> Spot.of(position.file(), position.line()));
  }

  private Optional<Path> source(String name, Origin origin) {
    var named = sources.stream().filter(file -> file.endsWith(name)).toList();
    return named.stream()
        .filter(file -> file.resolveSibling("").equals(origin.file().resolveSibling("")))
        .findFirst()
        .or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
  }

  /// Marks what the finding is about, where the line says it: a variable in a text, or a name.
  private Spot underlined(Path file, int line, Finding finding) {
    var words = text.line(file, line);
    return Stream.of(
            VARIABLE.matcher(finding.message()).results().map(MatchResult::group),
            Stream.of(finding.at()).map(SourceIndex::quoted),
            EMPHASISED.matcher(finding.message()).results().map(match -> quoted(match.group(1))))
        .flatMap(each -> each)
        .filter(words::contains)
        .findFirst()
        .map(said -> text.at(file, line, words.indexOf(said) + 1, said.length()))
        .orElseGet(() -> text.at(file, line, 0, 0));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
