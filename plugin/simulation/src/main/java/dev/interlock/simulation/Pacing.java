package dev.interlock.simulation;

import dev.interlock.core.run.Command;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets time pass, and lets happen what happens by itself.
final class Pacing {
  private final Stage stage;
  private final Pace pace;
  private final Deliberation deliberation;
  private final Machinery machinery;

  Pacing(Stage stage, Pace pace, Deliberation deliberation, Machinery machinery) {
    this.stage = stage;
    this.pace = pace;
    this.deliberation = deliberation;
    this.machinery = machinery;
  }

  boolean goesOnByItself() {
    return pace == Pace.BY_ITSELF;
  }

  void passes(Duration span) {
    Instant until = now().plus(span);
    Optional<Instant> next = next(until);
    while (next.isPresent() && !deliberation.isRestless()) {
      moveTo(next.get());
      stage.posts().arrive();
      settle();
      if (goesOnByItself()) {
        fireDue();
      }
      next = next(until);
    }
    moveTo(until);
  }

  private void moveTo(Instant later) {
    if (later.isAfter(now())) {
      deliberation.resume();
      stage.clock().moveTo(later);
    }
  }

  private Optional<Instant> next(Instant until) {
    Stream<Instant> alarms = goesOnByItself() ? alarms() : Stream.empty();
    return Stream.concat(stage.posts().nextLate().stream(), alarms)
        .min(Comparator.naturalOrder())
        .filter(due -> !due.isAfter(until));
  }

  private Stream<Instant> alarms() {
    return stage.runs().underWay().stream().flatMap(run -> run.standing().alarm().stream());
  }

  private void fireDue() {
    stage.runs().underWay().stream()
        .filter(run -> run.standing().alarm().filter(at -> !at.isAfter(now())).isPresent())
        .min(Comparator.comparing(run -> run.standing().alarm().orElseThrow()))
        .ifPresent(run -> {
          deliberation.due(run);
          settle();
        });
  }

  /// Until nothing more happens by itself at this moment.
  void settle() {
    boolean busy = true;
    while (busy && !deliberation.isRestless()) {
      Optional<News> news = stage.posts().take();
      news.ifPresent(deliberation::hear);
      busy = news.isPresent() || (goesOnByItself() && endFirstCommand());
    }
    stage.rests();
  }

  private boolean endFirstCommand() {
    Optional<Command> first = stage.runs().commands().stream().findFirst();
    first.ifPresent(command ->
        stage
            .runs()
            .underWay(command.id().run())
            .ifPresent(run -> machinery.end(run, command, Answer.DONE, Duration.ZERO)));
    return first.isPresent();
  }

  private Instant now() {
    return stage.clock().now();
  }
}
