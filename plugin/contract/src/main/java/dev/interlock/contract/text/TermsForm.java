package dev.interlock.contract.text;

import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.SendTerms.Ask;
import java.util.Set;

/// The terms of sending as text: parts of the step that sends, each left out where it is not said.
final class TermsForm {
  private TermsForm() {}

  static Writing write(Writing step, SendTerms terms) {
    return step.ifSaid("purpose", terms.purpose())
        .unlessEmpty("asks", terms.asks(), TermsForm::ask)
        .with(terms.expiresAfter(), span -> Writing.group("expires").span(span).done())
        .ifSaid("after-opt-out", terms.afterOptOut())
        .ifSaid("urgent", terms.urgent());
  }

  static SendTerms read(Reading step) {
    return new SendTerms(
        step.groupIfAny("purpose", Reading::text).map(PurposeName::new),
        step.groupIfAny("asks", TermsForm::readAsks).orElse(Set.of()),
        step.groupIfAny("expires", Reading::span),
        step.groupIfAny("after-opt-out", Reading::text),
        step.groupIfAny("urgent", Reading::text));
  }

  static Set<Ask> readAsks(Reading parts) {
    return parts.values(Ask.values(), TermsForm::ask);
  }

  static String ask(Ask ask) {
    return switch (ask) {
      case ANSWER -> "answer";
      case BOOKING -> "booking";
      case PAYMENT -> "payment";
      case FORM -> "form";
    };
  }
}
