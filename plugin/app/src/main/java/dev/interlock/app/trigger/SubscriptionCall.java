package dev.interlock.app.trigger;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Subscriptions.Heard;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What HighLevel tells of a trigger in one of its workflows. The trigger's key is chosen in the
/// portal, and nothing depends on it.
///
/// @param id the trigger's own, the same in all that is told of it
record SubscriptionCall(
    InstallationId account, String id, String workflow, Heard heard, String target, Chosen chosen) {
  private static final int LONGEST = 200;

  /// The call in these bytes; empty when they are none.
  static Optional<SubscriptionCall> read(byte[] body) {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      JsonNode trigger = json.path("triggerData");
      String account = id(json.at("/extras/locationId"));
      String id = id(trigger.path("id"));
      Optional<Heard> heard = heard(trigger.path("eventType"));
      if (account.isEmpty() || id.isEmpty() || heard.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new SubscriptionCall(
              new InstallationId(account),
              id,
              id(json.at("/extras/workflowId")),
              heard.get(),
              trigger.path("targetUrl").asString("").strip(),
              Chosen.in(trigger.path("filters"))));
    } catch (JacksonException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Heard> heard(JsonNode eventType) {
    return Arrays.stream(Heard.values())
        .filter(each -> each.name().equals(eventType.asString("")))
        .findFirst();
  }

  /// Nothing that is longer, or has something else than letters in it, is an id.
  private static String id(JsonNode value) {
    String text = value.isString() ? value.asString().strip() : "";
    boolean isId = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    return isId ? text : "";
  }
}
