package dev.interlock.verifier.rule.message;

import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Templates;
import java.util.List;

/// The rules about what is said to a contact.
public final class MessageRules {
  private MessageRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    Templates templates = new Templates();
    return List.of(
        new MessageBudget(),
        new MessageSpacing(),
        new MessageDuplicate(),
        new DeferredTooLate(templates),
        new TemplateSyntax(templates),
        new TemplateUnbound(templates),
        new TemplateRaw(templates),
        new TemplateEmpty(templates));
  }
}
