package dev.interlock.library.mutants;

import static dev.interlock.library.mutants.Operator.each;
import static dev.interlock.library.mutants.Operator.other;
import static dev.interlock.library.mutants.Operator.rules;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger;
import java.util.List;
import java.util.Set;

/// Ways of leaving unsaid what people want to read.
final class WordOperators {
  private static final Set<String> MISSING = rules("E-DOC-MISSING");

  private WordOperators() {}

  static List<Operator> all() {
    return List.of(
        each(
            "drop the why of a step",
            MISSING,
            Step.Send.class,
            (_, _, send) -> other(send.why(""))),
        each("drop the why of an act", MISSING, Step.Act.class, (_, _, act) -> other(act.why(""))),
        each(
            "drop the why of a wait",
            MISSING,
            Step.Wait.class,
            (_, _, wait) -> other(wait.why(""))),
        each(
            "drop the why of an await",
            MISSING,
            Step.Await.class,
            (_, _, await) -> other(await.why(""))),
        each(
            "drop the why of a branch",
            MISSING,
            Step.Branch.class,
            (_, _, branch) -> other(branch.why(""))),
        each(
            "drop the why of a repeat",
            MISSING,
            Step.Repeat.class,
            (_, _, repeat) -> other(repeat.why(""))),
        each("drop an exit's meaning", MISSING, Exit.class, (_, _, exit) -> other(exit.means(""))),
        each(
            "drop a clause's reason",
            MISSING,
            EntryClause.class,
            (_, _, clause) ->
                other(
                    new EntryClause(
                        clause.demand(),
                        clause.condition(),
                        "",
                        clause.whenUnknown(),
                        clause.atEntryOnly(),
                        clause.position()))),
        each(
            "drop the contract's purpose",
            MISSING,
            Contract.class,
            (_, _, contract) -> other(Contracts.purpose(contract, ""))),
        each(
            "drop the milestone",
            rules("E-TRIGGER-MILESTONE"),
            Trigger.class,
            (_, _, trigger) ->
                other(new Trigger(trigger.event(), "", trigger.ownWrites(), trigger.position()))));
  }
}
