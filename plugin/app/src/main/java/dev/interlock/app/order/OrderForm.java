package dev.interlock.app.order;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An order as JSON: `{"order": "pause", "run": "...", "by": "Ana"}`.
final class OrderForm {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private OrderForm() {}

  /// What came of reading.
  sealed interface Reading {
    /// An order.
    ///
    /// @param account that it is about; empty where the server has one only
    record Read(OrderRequest order, String by, Optional<String> account) implements Reading {}

    /// It is none.
    ///
    /// @param words what is wrong with it
    record Malformed(String words) implements Reading {}
  }

  static byte[] write(OrderRequest order, String by, Optional<String> account) {
    ObjectNode json = MAPPER.createObjectNode().put("by", by);
    account.ifPresent(id -> json.put("account", id));
    switch (order) {
      case OrderRequest.Pause(var run) -> json.put("order", "pause").put("run", run.text());
      case OrderRequest.Resume(var run, var shift) ->
          json.put("order", "resume").put("run", run.text()).put("shiftTimers", shift);
      case OrderRequest.Withdraw(var run, var reason) ->
          json.put("order", "withdraw").put("run", run.text()).put("reason", reason);
      case OrderRequest.Settle(var run, var at, var happened) -> {
        json.put("order", "settle").put("run", run.text()).put("happened", happened);
        at.ifPresent(place -> json.put("at", place.text()));
      }
      case OrderRequest.Retry(var run) -> json.put("order", "retry").put("run", run.text());
      case OrderRequest.Skip(var run, var at, var reason) ->
          json.put("order", "skip")
              .put("run", run.text())
              .put("at", at.text())
              .put("reason", reason);
      case OrderRequest.RetryWebhook(var number) ->
          json.put("order", "retry-webhook").put("number", number);
      case OrderRequest.TellAgain(var run, var trigger) ->
          json.put("order", "tell-again").put("run", run.text()).put("trigger", trigger);
      case OrderRequest.LeaveUntold(var run, var trigger) ->
          json.put("order", "leave-untold").put("run", run.text()).put("trigger", trigger);
      case OrderRequest.Acknowledge(var words) ->
          json.put("order", "acknowledge").put("words", words);
      case OrderRequest.Migrate(var run, var hash, var named) -> {
        json.put("order", "migrate").put("run", run.text()).put("version", hash);
        ObjectNode map = json.putObject("places");
        named.forEach((old, fresh) -> map.put(old.text(), fresh.text()));
      }
      case OrderRequest.Start(var contract, var contact) ->
          json.put("order", "start")
              .put("contract", contract.text())
              .put("contact", contact.text());
    }
    return MAPPER.writeValueAsBytes(json);
  }

  static Reading read(byte[] bytes) {
    try {
      return read(MAPPER.readTree(bytes));
    } catch (JacksonException problem) {
      return new Reading.Malformed("this is no JSON: " + problem.getOriginalMessage());
    }
  }

  private static Reading read(JsonNode json) {
    Optional<String> by = text(json, "by");
    if (by.isEmpty()) {
      return new Reading.Malformed("say who orders it: \"by\"");
    }
    String what = text(json, "order").orElse("");
    Optional<OrderRequest> order =
        switch (what) {
          case "pause" -> run(json).map(OrderRequest.Pause::new);
          case "resume" ->
              run(json)
                  .flatMap(run ->
                      truth(json, "shiftTimers").map(shift -> new OrderRequest.Resume(run, shift)));
          case "withdraw" ->
              run(json)
                  .flatMap(run ->
                      text(json, "reason").map(reason -> new OrderRequest.Withdraw(run, reason)));
          case "settle" ->
              run(json)
                  .flatMap(run ->
                      truth(json, "happened")
                          .map(happened ->
                              new OrderRequest.Settle(
                                  run, text(json, "at").map(NodeId::new), happened)));
          case "retry" -> run(json).map(OrderRequest.Retry::new);
          case "skip" -> skip(json);
          case "retry-webhook" -> number(json, "number").map(OrderRequest.RetryWebhook::new);
          case "tell-again" ->
              run(json)
                  .flatMap(run ->
                      text(json, "trigger")
                          .map(trigger -> new OrderRequest.TellAgain(run, trigger)));
          case "leave-untold" ->
              run(json)
                  .flatMap(run ->
                      text(json, "trigger")
                          .map(trigger -> new OrderRequest.LeaveUntold(run, trigger)));
          case "acknowledge" -> text(json, "words").map(OrderRequest.Acknowledge::new);
          case "migrate" ->
              run(json)
                  .flatMap(run ->
                      text(json, "version")
                          .map(hash -> new OrderRequest.Migrate(run, hash, places(json))));
          case "start" -> start(json);
          default -> Optional.empty();
        };
    return order
        .<Reading>map(one -> new Reading.Read(one, by.get(), text(json, "account")))
        .orElseGet(() -> new Reading.Malformed(needs(what)));
  }

  private static Optional<OrderRequest> skip(JsonNode json) {
    return run(json)
        .flatMap(run ->
            text(json, "at")
                .map(NodeId::new)
                .flatMap(at ->
                    text(json, "reason").map(reason -> new OrderRequest.Skip(run, at, reason))));
  }

  private static Optional<OrderRequest> start(JsonNode json) {
    return text(json, "contract")
        .flatMap(contract ->
            text(json, "contact")
                .map(contact ->
                    new OrderRequest.Start(new ContractId(contract), new ContactId(contact))));
  }

  private static String needs(String what) {
    return switch (what) {
      case "pause" -> "to pause, it needs \"run\"";
      case "resume" -> "to resume, it needs \"run\" and \"shiftTimers\"";
      case "withdraw" -> "to withdraw, it needs \"run\" and \"reason\"";
      case "settle" -> "to settle, it needs \"run\" and \"happened\"";
      case "retry" -> "to retry, it needs \"run\"";
      case "skip" -> "to skip, it needs \"run\", \"at\" and \"reason\"";
      case "retry-webhook" -> "to retry a webhook, it needs \"number\"";
      case "tell-again" -> "to tell an end again, it needs \"run\" and \"trigger\"";
      case "leave-untold" -> "to leave an end untold, it needs \"run\" and \"trigger\"";
      case "acknowledge" -> "to acknowledge, it needs \"words\"";
      case "migrate" -> "to migrate, it needs \"run\" and \"version\"";
      case "start" -> "to start, it needs \"contract\" and \"contact\"";
      default ->
          "\"order\" is one of pause, resume, withdraw, settle, retry, skip,"
              + " migrate, retry-webhook, tell-again, leave-untold, acknowledge and start";
    };
  }

  private static Optional<RunId> run(JsonNode json) {
    return text(json, "run").map(RunId::new);
  }

  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() && !value.asString().isBlank()
        ? Optional.of(value.asString().strip())
        : Optional.empty();
  }

  private static Map<NodeId, NodeId> places(JsonNode json) {
    return json.path("places").properties().stream()
        .collect(
            Collectors.toMap(
                entry -> new NodeId(entry.getKey()),
                entry -> new NodeId(entry.getValue().asString())));
  }

  private static Optional<Long> number(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isIntegralNumber() && value.canConvertToLong()
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  private static Optional<Boolean> truth(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }
}
