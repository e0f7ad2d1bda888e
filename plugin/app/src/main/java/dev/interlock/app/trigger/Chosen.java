package dev.interlock.app.trigger;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What somebody chose in a trigger: which contracts, and which of their exits.
///
/// HighLevel does not list the operators of its filters. What can only mean "is" or "is one of" is
/// understood; of anything else nothing is guessed, since a trigger that fires for too much is
/// worse than one that says why it never fires.
///
/// @param contracts all, where it names none
/// @param exits all, where it names none
/// @param fault what is not understood, for people; empty when all is
record Chosen(List<ContractId> contracts, List<ExitName> exits, String fault) {
  private static final int MOST_FILTERS = 20;
  private static final int MOST_VALUES = 100;
  private static final int LONGEST = 200;
  private static final int SHOWN = 60;
  private static final String CONTRACT = "contract";
  private static final String EXIT = "exit";
  private static final Set<String> IS =
      Set.of("", "==", "===", "=", "eq", "is", "equal", "equals", "in", "isanyof", "anyof");

  Chosen {
    contracts = List.copyOf(contracts);
    exits = List.copyOf(exits);
  }

  private static Chosen not(String fault) {
    return new Chosen(List.of(), List.of(), fault);
  }

  /// What the filters say. One without a value says nothing.
  static Chosen in(JsonNode filters) {
    if (filters.isMissingNode() || filters.isNull()) {
      return new Chosen(List.of(), List.of(), "");
    }
    if (!filters.isArray() || filters.size() > MOST_FILTERS) {
      return not("its filters are no list of at most " + MOST_FILTERS);
    }
    var byField = new HashMap<String, List<String>>();
    for (JsonNode filter : filters) {
      String field = filter.path("field").asString(filter.path("id").asString("")).strip();
      List<String> values = values(filter.path("value"));
      Optional<String> fault = fault(field, filter.path("operator").asString(""), values);
      if (fault.isPresent()) {
        return not(fault.get());
      }
      if (!values.isEmpty() && byField.put(field, values) != null) {
        return not("the filter '" + field + "' is there twice");
      }
    }
    return new Chosen(
        byField.getOrDefault(CONTRACT, List.of()).stream().map(ContractId::new).toList(),
        byField.getOrDefault(EXIT, List.of()).stream().map(ExitName::new).toList(),
        "");
  }

  private static Optional<String> fault(String field, String operator, List<String> values) {
    if (!field.equals(CONTRACT) && !field.equals(EXIT)) {
      return Optional.of(
          "there is no filter '" + shown(field) + "'; there are 'contract' and 'exit'");
    }
    if (!IS.contains(operator.toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""))) {
      return Optional.of(
          "the operator '%s' of the filter '%s' is not known; filters say what it is, or one of what"
              .formatted(shown(operator), field));
    }
    boolean isTooMuch =
        values.size() > MOST_VALUES || values.stream().anyMatch(each -> each.length() > LONGEST);
    return isTooMuch ? Optional.of("the filter '" + field + "' names too much") : Optional.empty();
  }

  /// A text, or a list of texts, each of which may be wrapped as an option with a label.
  private static List<String> values(JsonNode value) {
    Stream<JsonNode> all = value.isArray() ? value.valueStream() : Stream.of(value);
    return all.map(each -> each.isObject() ? each.path("value") : each)
        .map(each -> each.asString("").strip())
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  private static String shown(String theirs) {
    String plain = theirs.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "..." : plain;
  }
}
