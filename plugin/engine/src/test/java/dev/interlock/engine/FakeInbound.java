package dev.interlock.engine;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Reception;
import dev.interlock.crm.Remembered;
import dev.interlock.crm.Translation;
import dev.interlock.engine.json.StoredForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Webhooks that say what they mean: a line per event. The headers carry what the door looks at.
final class FakeInbound implements Inbound {
  static final String GARBLED = "garbled";
  final AtomicBoolean namesAreUnknown = new AtomicBoolean();
  final AtomicBoolean garbles = new AtomicBoolean();

  static byte[] body(DomainEvent... events) {
    return String.join("\n", List.of(events).stream().map(StoredForm::of).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Reception receive(Function<String, String> header, byte[] body) {
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
    return new Translation(text.lines().map(StoredForm::event).toList(), last, "");
  }
}
