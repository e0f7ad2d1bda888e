package dev.interlock.sandbox.world;

import dev.interlock.sandbox.time.Schedule;
import dev.interlock.sandbox.time.Seed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The whole state of the pretended CRM, in memory.
///
/// Its parts are not safe for several threads by themselves: whoever reads or changes them does so
/// within [#ask(Supplier)] or [#change(Runnable)].
public final class World {
  private final ReentrantLock lock = new ReentrantLock();
  private final Ground ground;
  private final Directory directory;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Opportunities opportunities;
  private final Calendars calendars;
  private final Tasks tasks;
  private final Notes notes;
  private final Submissions submissions;
  private final NativeWorkflows workflows;

  /// An empty CRM of a location.
  ///
  /// @param plans where things that happen later are put
  public World(Location location, InstantSource clock, Seed seed, Schedule<Runnable> plans) {
    ground = new Ground(clock, seed, plans);
    directory = new Directory(ground, location);
    contacts = new Contacts(ground, directory);
    conversations = new Conversations(ground, contacts, location);
    opportunities = new Opportunities(ground);
    calendars = new Calendars(ground, location.zone());
    tasks = new Tasks(ground);
    notes = new Notes(ground);
    submissions = new Submissions(ground);
    workflows = new NativeWorkflows(ground);
  }

  /// Answers a question while nobody else changes anything.
  public <T> T ask(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  /// Does something while nobody else changes anything.
  public void change(Runnable act) {
    lock.lock();
    try {
      act.run();
    } finally {
      lock.unlock();
    }
  }

  /// Has someone told of every change from now on.
  public void watch(Watcher watcher) {
    change(() -> ground.watch(watcher));
  }

  /// Has something happen at a time, within the world's lock.
  ///
  /// @param lane what it is about, usually a contact's id; decides the order at equal times
  public void planAt(Instant due, String lane, Runnable act) {
    ground.planAt(due, lane, act);
  }

  /// Lets happen the next thing that is due; false when nothing is.
  public boolean runNext() {
    return ask(() -> {
      Optional<Runnable> next = ground.plans().takeNext(ground.now());
      next.ifPresent(Runnable::run);
      return next.isPresent();
    });
  }

  /// Whether an identifier is, or was, of something in this world. Needs no lock.
  public boolean hasIssued(String id) {
    return ground.hasIssued(id);
  }

  /// The time.
  public Instant now() {
    return ground.now();
  }

  /// The location and what it has besides contacts.
  public Directory directory() {
    return directory;
  }

  /// The contacts.
  public Contacts contacts() {
    return contacts;
  }

  /// The conversations.
  public Conversations conversations() {
    return conversations;
  }

  /// The pipelines and cards.
  public Opportunities opportunities() {
    return opportunities;
  }

  /// The calendars and appointments.
  public Calendars calendars() {
    return calendars;
  }

  /// The tasks.
  public Tasks tasks() {
    return tasks;
  }

  /// The notes.
  public Notes notes() {
    return notes;
  }

  /// The filled forms.
  public Submissions submissions() {
    return submissions;
  }

  /// The CRM's own automations.
  public NativeWorkflows workflows() {
    return workflows;
  }
}
