package dev.interlock.contract.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A workflow contract: how one piece of repeatable work moves through a business, from the event
/// that begins it to the state that it leaves behind. Data only; whoever wants to do something with
/// it is a reader.
///
/// @param title its name for people
/// @param owner the team that answers for it
/// @param purpose why it exists
public record Contract(
    ContractId id,
    String title,
    TeamName owner,
    String purpose,
    Trigger trigger,
    List<EntryClause> admits,
    LaneClaim lane,
    Reentry reentry,
    RunKey key,
    List<Handler> handlers,
    List<Declaration> declarations,
    Path path,
    List<Exit> exits,
    Position position) {
  public Contract {
    admits = List.copyOf(admits);
    handlers = List.copyOf(handlers);
    declarations = List.copyOf(declarations);
    exits = List.copyOf(exits);
  }

  /// The exit of this name, if it is declared or one of those that every run has.
  public Optional<Exit> exit(ExitName name) {
    return allExits().stream().filter(exit -> exit.name().equals(name)).findFirst();
  }

  /// The declared exits and after them the standard ones that the contract does not word itself. A
  /// declared exit of a standard's kind `displaced` or `withdrawn` stands for it under any name.
  public List<Exit> allExits() {
    return Stream.concat(
            exits.stream(),
            Exits.standard().stream()
                .filter(standard -> exits.stream().noneMatch(said -> replaces(said, standard))))
        .toList();
  }

  /// The exit by which a run of this contract ends when it is displaced, withdrawn or has failed
  /// without another word.
  public Exit exitOf(ExitKind kind) {
    return allExits().stream()
        .filter(exit -> exit.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new ContractException(id + " has no exit of kind " + kind.words()));
  }

  private static boolean replaces(Exit said, Exit standard) {
    return said.name().equals(standard.name())
        || (said.kind() == standard.kind() && said.kind() != ExitKind.FAILED);
  }
}
