package dev.interlock.handbook.page;

import java.util.List;

/// What was proved about a contract, or about all of them.
///
/// @param sound whether it was proved, and nothing blocks
/// @param sentence what came of it
/// @param facts when, how much was claimed, and what stayed open
/// @param peers what it was proved against
public record ProofView(boolean sound, String sentence, List<Labelled> facts, List<Peer> peers) {
  public ProofView {
    facts = List.copyOf(facts);
    peers = List.copyOf(peers);
  }

  /// Another contract that it was proved against.
  ///
  /// @param version the short hash of what it said then
  /// @param together what was claimed of the two together
  public record Peer(Link contract, String version, String together) {}
}
