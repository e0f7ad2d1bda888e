package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Changeover;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Fact.Sent;
import dev.interlock.simulation.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One thing said twice: two messages of one purpose within its horizon, wherever they come from,
/// or the same words twice in one run.
///
/// Decided here: turns of a `repeat` in one run are meant to be alike. A purpose that is named and
/// not declared never runs out; a step without a purpose has no horizon, so of two runs that send
/// it nothing can be said, while one run that sends it twice does say it twice. Messages of
/// automations and other apps count; one of the two has to be ours. What colleagues write is their
/// own.
record MessageDuplicate(Operation operation, Changeover changeover) implements Monitor {
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  @Override
  public String rule() {
    return "E-MSG-DUPLICATE";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final List<Sent> earlier = new ArrayList<>();
    private final Set<RunId> over = new HashSet<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      if (fact instanceof Fact.Left(var who, _, _, _, _, _)) {
        over.add(who.run());
      }
      if (fact instanceof Sent sent && (isOurs(sent) || sent.by().isForeignStub())) {
        said(sent);
      }
    }

    private void said(Sent sent) {
      earlier.stream()
          .filter(one -> (isOurs(one) || isOurs(sent)) && !areTurns(one, sent))
          .filter(one -> isSamePurpose(one, sent) || isSameText(one, sent))
          .findFirst()
          .ifPresent(one -> twice(one, sent));
      earlier.add(sent);
    }

    private boolean isSameText(Sent one, Sent other) {
      return one.message().isPresent()
          && one.message().equals(other.message())
          && one.by() instanceof Author.Ours(var who, _)
          && other.by() instanceof Author.Ours(var another, _)
          && (!changeover.isOne(who.contract(), another.contract())
              || who.equals(another)
              || !over.contains(who.run()))
          && (who.equals(another) || !isDeclared(one));
    }

    private void twice(Sent one, Sent other) {
      List<String> parties = new ArrayList<>();
      one.by().name().ifPresent(parties::add);
      other.by().name().ifPresent(parties::add);
      breach(
          parties,
          step(other),
          both(one, other)
              + (isSamePurpose(one, other)
                  ? other.purpose().map(name -> ": *" + name + "*").orElse("")
                  : ", word for word"));
    }

    private static String both(Sent one, Sent other) {
      String first = one.by().words();
      String second = other.by().words();
      if (!first.equals(second)) {
        return "%s and %s tell the contact the same".formatted(first, second);
      }
      return isSameRun(one, other)
          ? first + " tells the contact the same twice"
          : first + " tells the contact the same in two runs";
    }
  }

  /// What has a declared purpose goes by its horizon, save in one and the same run.
  private boolean isDeclared(Sent sent) {
    return operation.purposes().stream()
        .anyMatch(one -> sent.purpose().filter(one.name()::equals).isPresent());
  }

  private static boolean isOurs(Sent sent) {
    return sent.by().run().isPresent();
  }

  private boolean isSamePurpose(Sent one, Sent other) {
    return one.purpose().isPresent()
        && one.purpose().equals(other.purpose())
        && one.at().plus(horizon(other)).isAfter(other.at());
  }

  private Duration horizon(Sent sent) {
    PurposeName purpose = sent.purpose().orElseThrow();
    Optional<Duration> declared =
        operation.purposes().stream()
            .filter(one -> one.name().equals(purpose))
            .map(Purpose::horizon)
            .findFirst();
    return declared.orElseGet(() -> isUnnamed(sent, purpose) ? Duration.ZERO : FOR_EVER);
  }

  /// Contract and step stand for a purpose that the step does not name.
  private static boolean isUnnamed(Sent sent, PurposeName purpose) {
    return sent.by() instanceof Author.Ours(var who, var step)
        && purpose.text().equals(who.contract() + "/" + bare(step));
  }

  private static boolean isSameRun(Sent one, Sent other) {
    Optional<Who> run = one.by().run();
    return run.isPresent() && run.equals(other.by().run());
  }

  private static boolean areTurns(Sent one, Sent other) {
    return isSameRun(one, other) && isTurn(step(one)) && isTurn(step(other));
  }

  private static boolean isTurn(String step) {
    return !bare(step).equals(step);
  }

  private static String bare(String step) {
    int turn = step.indexOf('#');
    return turn < 0 ? step : step.substring(0, turn);
  }

  private static String step(Sent sent) {
    return sent.by() instanceof Author.Ours(_, var step) ? step : "";
  }
}
