package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractSet;

/// The canonical text of a contract set: equal meaning gives equal text, on every machine and for
/// years.
public final class ContractSetText {
  private static final String HEADING = "interlock-contract-set 1";

  private ContractSetText() {}

  /// The text without positions: what [ContentHash] is taken of, and what people compare.
  public static String write(ContractSet set) {
    return Printer.print(HEADING, group(set), false);
  }

  /// The text with the file and line at which each thing was said, for storing. It means the same
  /// and reads back to an equal set.
  public static String writeWithPositions(ContractSet set) {
    return Printer.print(HEADING, group(set), true);
  }

  /// The set of a text, with or without positions.
  ///
  /// @throws ContractTextException when the text is not the text of a contract set
  public static ContractSet read(String text) {
    return Reading.of(Parser.parse(HEADING, text), "contract-set", ContractSetText::set);
  }

  private static Node.Group group(ContractSet set) {
    return Writing.line("contract-set")
        .with(OperationForm.write(set.operation()))
        .with(set.contracts(), ContractForm::write)
        .done();
  }

  private static ContractSet set(Reading parts) {
    return new ContractSet(parts.group(OperationForm::read), parts.groups(ContractForm::read));
  }
}
