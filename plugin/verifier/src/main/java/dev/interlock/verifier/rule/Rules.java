package dev.interlock.verifier.rule;

import dev.interlock.verifier.template.Templates;
import java.util.List;

/// The rules that there are.
public final class Rules {
  private Rules() {}

  /// Those that are decided by looking at what a set of contracts declares and at the shape of its
  /// paths, without exploring what can happen.
  public static List<Rule> structural() {
    Templates templates = new Templates();
    return List.of(
        new TriggerNone(),
        new TriggerMilestone(),
        new AdmitMissing(),
        new ReentryUndefined(),
        new LaneIncomplete(),
        new StepDead(),
        new ArmOverlap(),
        new ArmGap(),
        new NoExit(),
        new AskUnheard(),
        new SilenceUnhandled(),
        new FailureUnhandled(),
        new ExitDead(),
        new ExitUnkept(),
        new ExitAmbiguous(),
        new RouteRefused(),
        new MessageDuplicate(),
        new StageOwner(),
        new DocMissing(),
        new NameUnbound(),
        new NameDuplicate(),
        new OptionUnknown(),
        new TemplateSyntax(templates),
        new TemplateUnbound(templates),
        new TemplateRaw(templates),
        new TemplateEmpty(templates),
        new Size());
  }

  /// The rule that nothing is asked of a CRM which it cannot do.
  public static Rule within(CrmLimits limits) {
    return new CrmCannot(limits);
  }
}
