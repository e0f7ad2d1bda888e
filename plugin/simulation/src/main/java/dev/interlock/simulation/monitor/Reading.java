package dev.interlock.simulation.monitor;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Chronicle.Dated;
import dev.interlock.simulation.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One monitor's way through one chronicle, fact by fact.
abstract class Reading {
  private final String rule;
  private final List<Breach> breaches = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private int index;
  private Instant now = Instant.EPOCH;

  Reading(String rule) {
    this.rule = rule;
  }

  final List<Breach> through(Chronicle chronicle) {
    for (Dated dated : chronicle.facts()) {
      now = dated.at();
      read(dated.fact());
      index++;
    }
    return List.copyOf(breaches);
  }

  abstract void read(Fact fact);

  final Instant now() {
    return now;
  }

  final void breach(List<String> parties, String at, String words) {
    breach(parties, at, words, false);
  }

  /// @param overtaken see [Breach]
  final void breach(List<String> parties, String at, String words, boolean overtaken) {
    breach(parties, at, Set.of(), words, overtaken);
  }

  /// @param about see [Breach]
  final void breach(
      List<String> parties, String at, Set<String> about, String words, boolean overtaken) {
    breaches.add(new Breach(rule, parties, at, about, words, index, overtaken));
  }

  /// A breach, but only once for whatever the key tells.
  final void breachOnce(String key, List<String> parties, String at, String words) {
    breachOnce(key, parties, at, words, false);
  }

  final void breachOnce(
      String key, List<String> parties, String at, String words, boolean overtaken) {
    if (said.add(key)) {
      breach(parties, at, words, overtaken);
    }
  }

  /// From now on it may be said again.
  final void isMended(String key) {
    said.remove(key);
  }
}
