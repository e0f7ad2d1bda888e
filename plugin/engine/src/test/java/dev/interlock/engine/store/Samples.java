package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests of the store put into it.
public final class Samples {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  public static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  public static final InstallationId HERE = new InstallationId("here");
  public static final InstallationId THERE = new InstallationId("there");
  public static final ContactId ANN = new ContactId("ann");
  public static final ContactId BOB = new ContactId("bob");
  public static final ContractId TEXT_BACK = new ContractId("text-back");
  public static final ContractId NURTURE = new ContractId("nurture");
  public static final String HASH = "a".repeat(64);

  private Samples() {}

  /// Adds both installations, with two contract versions each.
  public static void furnish(Store store) {
    store
        .write(tables -> {
          for (InstallationId installation : List.of(HERE, THERE)) {
            tables.installations().put(installation, ZONE, NOON);
            tables.versions().activate(installation, loaded(), NOON);
          }
          return true;
        })
        .join();
  }

  static Versions.Loaded loaded() {
    return new Versions.Loaded(
        "o".repeat(64),
        "the operation",
        List.of(
            new Versions.Version(TEXT_BACK, HASH, "Text-back", "the text"),
            new Versions.Version(NURTURE, HASH, "Nurture", "another text")));
  }

  public static Run run(String id, ContactId contact) {
    return run(id, contact, TEXT_BACK);
  }

  public static Run run(String id, ContactId contact, ContractId contract) {
    return new Run(
        new RunId(id),
        contact,
        contract,
        HASH,
        "contact",
        "event-1",
        NOON,
        waiting(NOON.plus(Duration.ofHours(1))),
        Memory.fresh(Memory.Subject.contactOnly(), Map.of(), NOON));
  }

  static Standing waiting(Instant until) {
    return new Standing.Waiting(new NodeId("pause"), NOON, until);
  }

  public static Standing ended(String exit) {
    return new Standing.Ended(
        new ExitName(exit), "the path led here", NOON, new Standing.Proof.Verified());
  }

  public static Command say(RunId run, int number) {
    return new Command(
        new CommandId(run, number),
        "hello",
        3,
        new Command.Say(new Message.Sms("Hi {{contact.firstName}}"), new PurposeName("greeting")));
  }

  static Inbox.Delivery delivery(String id, String orderKey) {
    return new Inbox.Delivery(
        id, orderKey, "InboundMessage", Body.of("{}".getBytes(StandardCharsets.UTF_8)), NOON);
  }

  public static DomainEvent missedCall(String id, ContactId contact) {
    return new DomainEvent(
        id, contact, NOON, new Happening.CallMissed(Optional.empty(), true), Provenance.OUTSIDE);
  }
}
