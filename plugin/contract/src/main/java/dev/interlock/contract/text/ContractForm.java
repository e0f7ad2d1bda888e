package dev.interlock.contract.text;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.TeamName;
import java.util.List;

/// A whole contract as a group, in the order of its six parts.
final class ContractForm {
  private ContractForm() {}

  static Node.Group write(Contract contract) {
    Writing written =
        Writing.line("contract", contract.position())
            .text(contract.id().text())
            .with(line("title", contract.title()))
            .with(line("owner", contract.owner().text()))
            .with(line("purpose", contract.purpose()))
            .with(EntryForm.write(contract.trigger()))
            .with(contract.admits(), EntryForm::write)
            .with(EntryForm.write(contract.lane()))
            .with(EntryForm.write(contract.reentry()))
            .with(Writing.line("key").value(EntryForm.key(contract.key())).done())
            .with(contract.handlers(), ArmForm::write);
    if (!contract.declarations().isEmpty()) {
      written.with(
          Writing.line("declares").with(contract.declarations(), DeclarationForm::write).done());
    }
    return written
        .with(Writing.line("path").path(contract.path()).done())
        .with(contract.exits(), ExitForm::write)
        .done();
  }

  static Contract read(Node.Group group) {
    return Reading.of(group, "contract", ContractForm::contract);
  }

  private static Contract contract(Reading parts) {
    return new Contract(
        new ContractId(parts.text()),
        parts.group("title", Reading::text),
        parts.group("owner", owner -> new TeamName(owner.text())),
        parts.group("purpose", Reading::text),
        parts.group("starts-when", EntryForm::readTrigger),
        parts.groups("admits", EntryForm::readClause),
        parts.group(EntryForm::readLane),
        parts.group("reentry", EntryForm::readReentry),
        parts.group("key", key -> key.one(RunKey.values(), EntryForm::key)),
        parts.groups("whenever", ArmForm::readHandler),
        declarations(parts),
        parts.group("path", Reading::path),
        parts.groups("exit", ExitForm::read),
        parts.position());
  }

  private static List<Declaration> declarations(Reading parts) {
    return parts.groupIfAny("declares", DeclarationForm::readAll).orElse(List.of());
  }

  private static Node.Group line(String word, String text) {
    return Writing.line(word).text(text).done();
  }
}
