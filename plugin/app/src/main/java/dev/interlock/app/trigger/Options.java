package dev.interlock.app.trigger;

import dev.interlock.app.action.CallGuard;
import dev.interlock.app.web.Called;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.engine.Operator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody may choose from, who puts our trigger or our action into a workflow of
/// HighLevel's. Thread-safe.
///
/// HighLevel asks in two ways. As a field of the kind *Dynamic* it posts what was chosen so far,
/// with the account, and takes fields with their options. As a *Select* with an external address it
/// gets a list of options, and says, as far as is documented, nothing of the account: it is then
/// offered only what all accounts have, so that none is shown what another one has of its own.
public final class Options implements Called {
  private static final int FINE = 200;
  private static final int NOT_LET_IN = 401;
  private static final int NOT_THERE = 404;
  private static final String CONTRACT = "contract";
  private static final String EXIT = "exit";

  private final CallGuard guard;
  private final Module module;
  private final Function<InstallationId, Optional<ContractSet>> live;
  private final Supplier<List<InstallationId>> accounts;

  /// What asks.
  public enum Module {
    /// The action: contracts that another system may start.
    ACTION,
    /// The trigger: all contracts, and their exits.
    TRIGGER
  }

  /// Answers what this guard lets in.
  ///
  /// @param live what is live in an account; empty where nothing is
  /// @param accounts all that are let in
  public Options(
      CallGuard guard,
      Module module,
      Function<InstallationId, Optional<ContractSet>> live,
      Supplier<List<InstallationId>> accounts) {
    this.guard = guard;
    this.module = module;
    this.live = live;
    this.accounts = accounts;
  }

  /// An option: what people see, and what is sent back.
  private record Option(String label, String value) {}

  @Override
  public Reply answer(Call call) {
    if (!guard.letsIn(call)) {
      return failed(NOT_LET_IN, CallGuard.NOT_LET_IN);
    }
    JsonNode body = read(call.body().bytes());
    String account = first(body.at("/extras/locationId"), call.query().apply("locationId"));
    if (!account.isEmpty() && live.apply(new InstallationId(account)).isEmpty()) {
      return failed(NOT_THERE, "no contracts are live in " + account);
    }
    List<Contract> contracts =
        account.isEmpty() ? shared() : offered(live.apply(new InstallationId(account)));
    String chosen = first(body.at("/data/contract"), call.query().apply(CONTRACT));
    return call.method().equals("GET")
        ? select(contracts, chosen, call.query().apply("field"))
        : dynamic(contracts, chosen);
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0
          ? JsonMapper.shared().createObjectNode()
          : JsonMapper.shared().readTree(body);
    } catch (JacksonException none) {
      return JsonMapper.shared().createObjectNode();
    }
  }

  private static String first(JsonNode said, String otherwise) {
    String text = said.isString() ? said.asString().strip() : "";
    return text.isEmpty() ? otherwise.strip() : text;
  }

  private List<Contract> offered(Optional<ContractSet> set) {
    return set.stream()
        .flatMap(each -> each.contracts().stream())
        .filter(each -> module == Module.TRIGGER || Operator.isForApi(each))
        .toList();
  }

  /// What every account has in which anything is live.
  private List<Contract> shared() {
    List<List<Contract>> each =
        accounts.get().stream()
            .map(live)
            .filter(set -> set.filter(some -> !some.contracts().isEmpty()).isPresent())
            .map(this::offered)
            .toList();
    Map<ContractId, Long> counts =
        each.stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Contract::id, Collectors.counting()));
    return each.stream().findFirst().orElse(List.of()).stream()
        .filter(contract -> counts.getOrDefault(contract.id(), 0L) == each.size())
        .toList();
  }

  private Reply select(List<Contract> contracts, String chosen, String field) {
    var json = JsonMapper.shared().createObjectNode();
    boolean areExits = module == Module.TRIGGER && field.equals(EXIT);
    put(json.putArray("options"), areExits ? exits(contracts, chosen) : names(contracts));
    return new Reply(FINE, json.toString());
  }

  private Reply dynamic(List<Contract> contracts, String chosen) {
    var json = JsonMapper.shared().createObjectNode();
    switch (module) {
      case ACTION -> {
        var section = json.putArray("inputs").addObject().put("section", "Contract");
        field(section.putArray("fields"), CONTRACT, "Contract", true, names(contracts));
      }
      case TRIGGER -> {
        var filters = json.putArray("filters");
        field(filters, CONTRACT, "Contract", false, names(contracts));
        field(filters, EXIT, "Exit", false, exits(contracts, chosen));
      }
    }
    return new Reply(FINE, json.toString());
  }

  private static void field(
      ArrayNode fields, String name, String title, boolean required, Collection<Option> options) {
    ObjectNode field =
        fields
            .addObject()
            .put("field", name)
            .put("title", title)
            .put("fieldType", "select")
            .put("required", required);
    put(field.putArray("options"), options);
  }

  private static void put(ArrayNode array, Collection<Option> options) {
    options.forEach(
        option -> array.addObject().put("label", option.label()).put("value", option.value()));
  }

  private static Collection<Option> names(List<Contract> contracts) {
    var byTitle = new TreeMap<String, Option>();
    contracts.forEach(contract ->
        byTitle.put(
            contract.title() + contract.id(), new Option(contract.title(), contract.id().text())));
    return byTitle.values();
  }

  /// Exits by their names; one that several contracts have is meant of each of them.
  private static Collection<Option> exits(List<Contract> contracts, String chosen) {
    var owners = new TreeMap<String, TreeSet<String>>();
    contracts.stream()
        .filter(contract -> chosen.isEmpty() || contract.id().text().equals(chosen))
        .forEach(contract ->
            contract
                .allExits()
                .forEach(exit ->
                    owners
                        .computeIfAbsent(exit.name().text(), _ -> new TreeSet<>())
                        .add(contract.title())));
    var options = new LinkedHashMap<String, Option>();
    owners.forEach((name, titles) -> {
      boolean isOfAll = !chosen.isEmpty() || titles.size() == contracts.size();
      String label = isOfAll ? name : name + " (" + String.join(", ", titles) + ")";
      options.put(name, new Option(label, name));
    });
    return options.values();
  }

  private static Reply failed(int status, String reason) {
    return new Reply(
        status, JsonMapper.shared().createObjectNode().put("reason", reason).toString());
  }
}
