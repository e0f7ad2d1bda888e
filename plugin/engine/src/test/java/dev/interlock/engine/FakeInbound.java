package dev.interlock.engine;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.MailClue;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Reception;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.engine.json.StoredForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Webhooks that say what they mean: a line per event. The headers carry what the door looks at.
final class FakeInbound implements Inbound {
  static final String GARBLED = "garbled";
  static final String NO_MORE = "NO_MORE";
  private static final String CLUE = "clue";
  final AtomicBoolean namesAreUnknown = new AtomicBoolean();
  final AtomicBoolean garbles = new AtomicBoolean();

  /// What happens when a webhook of an address of its own is let in.
  final AtomicReference<Runnable> whenNamed = new AtomicReference<>(() -> {});

  static byte[] body(DomainEvent... events) {
    return String.join("\n", List.of(events).stream().map(StoredForm::of).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A webhook that tells what became of an e-mail, and of nobody's contact.
  static byte[] ofMail(Instant at, String recipient, String header, String what) {
    return String.join("\n", CLUE, at.toString(), recipient, header, what)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static MailClue clue(List<String> lines) {
    String what = lines.get(4);
    return new MailClue(
        Instant.parse(lines.get(1)),
        lines.get(2),
        Set.of(lines.get(3)),
        what.equals(NO_MORE) ? new MailClue.NoMore() : new MailClue.Became(Delivery.valueOf(what)));
  }

  @Override
  public byte[] addressed(byte[] body, OwnMail mail) {
    var clue = clue(new String(body, StandardCharsets.UTF_8).lines().toList());
    String of = mail.reference().orElse(mail.message().text());
    return switch (clue.about()) {
      case MailClue.Became(var delivery) ->
          body(
              new DomainEvent(
                  "message-" + delivery + "/" + of,
                  mail.contact(),
                  clue.at(),
                  new Happening.MessageOutcome(delivery, Channel.EMAIL, mail.message(), ""),
                  Provenance.UNKNOWN));
      case MailClue.NoMore() ->
          body(
              new DomainEvent(
                  "consent/" + mail.contact(),
                  mail.contact(),
                  clue.at(),
                  new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.EMAIL)),
                  Provenance.OUTSIDE));
    };
  }

  @Override
  public byte[] named(byte[] body, String event) {
    whenNamed.get().run();
    return body;
  }

  @Override
  public Reception receive(String event, Function<String, String> header, byte[] body) {
    if (!header.apply("signature").equals("good")) {
      return new Reception.Rejected(401, "the signature is not the CRM's");
    }
    return new Reception.Accepted(
        new InstallationId(header.apply("installation")),
        header.apply("delivery"),
        header.apply("contact"),
        "Test",
        Optional.empty());
  }

  @Override
  public Translation translate(InstallationId installation, byte[] body, Remembered last) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (namesAreUnknown.get()) {
      throw new NotNowException("the CRM does not tell its names");
    }
    if (text.equals(GARBLED) || garbles.get()) {
      throw new IllegalStateException("this cannot be translated");
    }
    if (text.startsWith(CLUE)) {
      return new Translation(
          List.of(), last, "whose e-mail?", Optional.of(clue(text.lines().toList())));
    }
    return new Translation(text.lines().map(StoredForm::event).toList(), last, "");
  }
}
