package dev.interlock.app.order;

import dev.interlock.app.account.Surveyor.Wanted;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.ContractTextException;
import dev.interlock.contract.text.OperationText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An inquiry as JSON: `{"inquiry": "plan", "account": "..."}`.
final class InquiryForm {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private InquiryForm() {}

  /// What came of reading.
  sealed interface Reading {
    /// An inquiry.
    record Read(Inquiry inquiry) implements Reading {}

    /// It is none, and may be an order.
    record Other() implements Reading {}

    /// It is meant to be one, and is not.
    ///
    /// @param words what is wrong with it
    record Malformed(String words) implements Reading {}
  }

  static byte[] write(Inquiry inquiry) {
    ObjectNode json = MAPPER.createObjectNode();
    switch (inquiry) {
      case Inquiry.Accounts() -> json.put("inquiry", "accounts");
      case Inquiry.Plan(var account, var wanted) -> {
        json.put("inquiry", "plan").put("account", account);
        put(wanted, json);
      }
      case Inquiry.Make(var account, var wanted, var things, var by) -> {
        json.put("inquiry", "make").put("account", account).put("by", by);
        put(wanted, json);
        var list = json.putArray("things");
        things.forEach(list::add);
      }
    }
    return MAPPER.writeValueAsBytes(json);
  }

  private static void put(Wanted wanted, ObjectNode json) {
    json.put("colour", wanted.colour());
    wanted
        .contracts()
        .ifPresent(set -> {
          json.put("operation", OperationText.write(set.operation()));
          var list = json.putArray("contracts");
          set.contracts().forEach(contract -> list.add(ContractText.write(contract)));
        });
  }

  static Reading read(byte[] bytes) {
    try {
      JsonNode json = MAPPER.readTree(bytes);
      return json.has("inquiry") ? read(json) : new Reading.Other();
    } catch (JacksonException noJson) {
      return new Reading.Other();
    } catch (ContractTextException | IllegalArgumentException problem) {
      return new Reading.Malformed("the contracts cannot be read: " + problem.getMessage());
    }
  }

  private static Reading read(JsonNode json) {
    String account = json.path("account").asString("").strip();
    String what = json.path("inquiry").asString("");
    if (what.equals("accounts")) {
      return new Reading.Read(new Inquiry.Accounts());
    }
    if (account.isEmpty()) {
      return new Reading.Malformed("say which account: \"account\"");
    }
    var wanted = new Wanted(contracts(json), json.path("colour").asBoolean(false));
    return switch (what) {
      case "plan" -> new Reading.Read(new Inquiry.Plan(account, wanted));
      case "make" ->
          by(json)
              .<Reading>map(by ->
                  new Reading.Read(
                      new Inquiry.Make(account, wanted, texts(json.path("things")).toList(), by)))
              .orElseGet(() -> new Reading.Malformed("say who wants it: \"by\""));
      default -> new Reading.Malformed("\"inquiry\" is one of accounts, plan and make");
    };
  }

  private static Optional<String> by(JsonNode json) {
    return Optional.of(json.path("by").asString("").strip()).filter(name -> !name.isEmpty());
  }

  private static Optional<ContractSet> contracts(JsonNode json) {
    String operation = json.path("operation").asString("");
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    List<Contract> contracts = texts(json.path("contracts")).map(ContractText::read).toList();
    return Optional.of(new ContractSet(OperationText.read(operation), contracts));
  }

  private static Stream<String> texts(JsonNode list) {
    return list.valueStream().filter(JsonNode::isString).map(JsonNode::asString);
  }
}
