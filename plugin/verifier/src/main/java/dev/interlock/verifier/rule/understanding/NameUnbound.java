package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Nearest;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Kind;
import dev.interlock.verifier.walk.Mention;
import dev.interlock.verifier.walk.Mentions;
import dev.interlock.verifier.walk.Name;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that nobody declared, and ids in the place of names.
final class NameUnbound implements Rule {
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  // what CRMs number things with: long, without a gap, digits between small and capital letters
  private static final Pattern KEY =
      Pattern.compile("(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9]{17,}");

  @Override
  public String id() {
    return "E-NAME-UNBOUND";
  }

  @Override
  public String reason() {
    return "A name is bound to the CRM once, in the operation; one that stands nowhere there can be"
        + " bound to nothing.";
  }

  @Override
  public Checked check(ContractSet set) {
    List<Mention> declared = Mentions.declared(set);
    Set<Name> known = Mentions.known(set);
    Checked used = Checked.each(Mentions.in(set), mention -> unknown(mention, known));
    return used.and(Checked.each(declared.stream(), this::numbered));
  }

  private Stream<Finding> unknown(Mention mention, Set<Name> known) {
    Name name = mention.name();
    if (known.contains(name) || isStandard(name)) {
      return Stream.empty();
    }
    if (looksLikeId(name.text())) {
      return numbered(mention);
    }
    List<String> alike =
        known.stream()
            .filter(other -> other.kind() == name.kind() && other.within().equals(name.within()))
            .map(Name::text)
            .collect(Collectors.toList());
    if (name.kind() == Kind.FIELD) {
      StandardFields.all().forEach(field -> alike.add(field.text()));
    }
    return Stream.of(
        found(
            mention.contract(),
            mention.at(),
            mention.position(),
            "there is no " + name.words(),
            Nearest.offer(name.text(), alike, declaring(name.kind()))));
  }

  private static String declaring(Kind kind) {
    return switch (kind) {
      case CONTRACT -> "add the contract to the set";
      case EXIT -> "declare the exit in that contract";
      case PIPELINE, STAGE, TAG, GROUP, FIELD, CALENDAR, LANE, TEAM, SETTING, PURPOSE, AUTOMATION ->
          "declare it in the operation";
    };
  }

  private Stream<Finding> numbered(Mention mention) {
    if (!looksLikeId(mention.name().text())) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            mention.contract(),
            mention.at(),
            mention.position(),
            "%s looks like an id of one CRM account".formatted(mention.name().words()),
            "say the name that people see; it is bound to the id in each account."));
  }

  private static boolean isStandard(Name name) {
    return name.kind() == Kind.FIELD
        && StandardFields.all().stream().anyMatch(field -> field.text().equals(name.text()));
  }

  private static boolean looksLikeId(String text) {
    return UUID.matcher(text).matches() || KEY.matcher(text).matches();
  }
}
