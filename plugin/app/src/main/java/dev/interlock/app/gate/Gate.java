package dev.interlock.app.gate;

import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.contract.model.ContractSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands between the plugins folder and what runs: whatever lies in the folder goes live as a
/// whole when it is sound beside what runs already, and else not at all. What was live before then
/// keeps serving, also over a restart, since it is in the store.
///
/// It looks when it is told to. A folder in which something changed since the look before is judged
/// at the next one only, so that a jar that is being copied is let be. One thread at a time.
public final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final Path folder;
  private final Live live;
  private final Supplier<LocalDate> today;
  // one contract changes, or one version drains, and all the other pairs stay proved
  private final Checking checking;
  private Optional<Listing> seen = Optional.empty();
  private Optional<Question> answered = Optional.empty();
  private Optional<Listing> before = Optional.empty();
  private Optional<String> told = Optional.empty();

  /// What is judged: files, and a day, since waivers end.
  private record Question(Listing listing, LocalDate day) {}

  public Gate(Path folder, Live live, Supplier<LocalDate> today) {
    this(folder, live, today, Set.of());
  }

  /// @param raised rules whose warnings are errors here
  public Gate(Path folder, Live live, Supplier<LocalDate> today, Set<String> raised) {
    this.checking = new Checking(KeptProofs.anew(), raised);
    this.folder = folder;
    this.live = live;
    this.today = today;
  }

  /// Makes gates.
  @FunctionalInterface
  public interface Maker {
    Gate gate(Path folder, Live live);
  }

  /// The first look, after a start. When what is in the folder may not go live, what was live
  /// before the start goes on. So it does when the folder is empty: that is rather a mistake than
  /// an order.
  public synchronized void open() {
    var running = live.running();
    var listing = listing();
    seen = listing;
    if (listing.isEmpty()) {
      goOn(running);
      tell(Notices.unreadable(running));
      return;
    }
    var question = question(listing.get());
    if (listing.get().isEmpty()) {
      goOn(running);
      tell(Notices.empty(running));
      answer(question);
      return;
    }
    switch (Judge.judgeSoon(listing.get().places(), running, question.day(), checking)) {
      case Judgement.Sound sound -> {
        letIn(sound, running, true);
        if (running.live().filter(sound.set()::equals).isPresent()) {
          // the next look verifies it whole, while it serves
          return;
        }
      }
      case Judgement.Refused refused -> {
        goOn(running);
        refuse(refused, running);
        if (refused.unreadable()) {
          // it may be on its way here; the next look decides
          return;
        }
      }
    }
    answer(question);
  }

  /// A further look. Nothing happens unless something in the folder, or the day, is another one.
  public synchronized void look() {
    var listing = listing();
    if (listing.isEmpty()) {
      answered = Optional.empty();
      tell(Notices.unreadable(live.running()));
      return;
    }
    var question = question(listing.get());
    if (answered.filter(question::equals).isPresent()) {
      return;
    }
    if (!seen.equals(listing)) {
      seen = listing;
      return;
    }
    var running = live.running();
    if (listing.get().isEmpty()) {
      emptied(listing.get(), running);
    } else {
      switch (judged(question, running)) {
        case Judgement.Sound sound -> letIn(sound, running, false);
        case Judgement.Refused refused -> refuse(refused, running);
      }
    }
    // last, so that what failed half-way is tried again
    answer(question);
  }

  private void answer(Question question) {
    answered = Optional.of(question);
    before = Optional.of(question.listing());
  }

  private Judgement judged(Question question, Running running) {
    return Judge.judge(question.listing().places(), running, question.day(), checking);
  }

  private Question question(Listing listing) {
    return new Question(listing, today.get());
  }

  private Optional<Listing> listing() {
    try {
      return Optional.of(Listing.of(folder));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void letIn(Judgement.Sound sound, Running running, boolean first) {
    boolean same = running.live().filter(sound.set()::equals).isPresent();
    if (same && !first) {
      live.found(sound.report());
      tell(Optional.empty());
      return;
    }
    var reason = live.goLive(sound.set(), sound.report());
    if (reason.isPresent()) {
      if (first) {
        goOn(running);
      }
      tell(Notices.notYet(reason.get(), running));
      return;
    }
    LOG.info("these contracts are live: {}", ids(sound.set()));
    tell(Optional.empty());
  }

  private void refuse(Judgement.Refused refused, Running running) {
    boolean news = tell(Notices.refused(refused.review(), running));
    if (news) {
      Notices.lines(refused.review()).forEach(line -> LOG.warn("refused in {}: {}", folder, line));
    }
  }

  /// What was live before the start is live again. It was found sound when it went live.
  private void goOn(Running running) {
    running
        .live()
        .flatMap(set -> live.goLive(set, Checking.look(set, today.get())))
        .ifPresent(reason -> LOG.error("what was live before cannot go on: {}", reason));
  }

  /// Whoever takes the last jar out of the folder wants to stop everything, which must always be
  /// possible, so nothing is asked. Another folder in its place, such as the empty one below a
  /// volume that is gone, is no such order.
  private void emptied(Listing listing, Running running) {
    boolean isTakenOut =
        before.filter(last -> !last.isEmpty() && last.isOfSameFolder(listing)).isPresent();
    if (!isTakenOut) {
      tell(Notices.empty(running));
      return;
    }
    running
        .live()
        .map(set -> new ContractSet(set.operation(), List.of()))
        .ifPresent(none -> live.goLive(none, Checking.look(none, today.get())));
    tell(Notices.retired());
  }

  /// @return whether it is news
  private boolean tell(Optional<String> notice) {
    live.tell(notice);
    boolean news = !told.equals(notice);
    if (news) {
      notice.ifPresentOrElse(
          words -> LOG.warn("{}", words),
          () -> LOG.info("what lies in the plugins folder is live"));
    }
    told = notice;
    return news;
  }

  private static List<String> ids(ContractSet set) {
    return set.contracts().stream().map(contract -> contract.id().text()).toList();
  }
}
