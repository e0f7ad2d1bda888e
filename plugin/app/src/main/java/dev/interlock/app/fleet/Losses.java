package dev.interlock.app.fleet;

import dev.interlock.crm.highlevel.oauth.Holder;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears for whom no token can be had any more. What is lost of an account stands in the roll; what
/// is lost of an agency is found again after a start, when it is asked for its accounts.
final class Losses {
  private static final Logger LOG = LoggerFactory.getLogger(Losses.class);

  private final Roll roll;
  private final Set<String> agencies = ConcurrentHashMap.newKeySet();

  Losses(Roll roll) {
    this.roll = roll;
  }

  /// @param lost why no token can be had; empty when one can
  void heard(Holder holder, Optional<String> lost) {
    switch (holder) {
      case Holder.Location(var location) -> roll.tokens(location, lost);
      case Holder.Company(var company) -> {
        if (lost.isEmpty()) {
          agencies.remove(company);
        } else if (agencies.add(company)) {
          LOG.error("no token can be had for the agency {}: {}", company, lost.get());
        }
      }
    }
  }

  /// An agency has removed the app: it owes us none.
  void left(String company) {
    agencies.remove(company);
  }

  /// How many agencies no token can be had for: their other accounts are not noticed, and when the
  /// token of one of their accounts is lost, nobody makes another.
  int agencies() {
    return agencies.size();
  }
}
