package dev.interlock.contract.text;

import dev.interlock.contract.model.Contract;

/// The canonical text of a contract: equal meaning gives equal text, on every machine and for
/// years.
public final class ContractText {
  private static final String HEADING = "interlock-contract 1";

  private ContractText() {}

  /// The text without positions: what [ContentHash] is taken of, and what people compare.
  public static String write(Contract contract) {
    return Printer.print(HEADING, ContractForm.write(contract), false);
  }

  /// The text with the file and line at which each thing was said, for storing. It means the same
  /// and reads back to an equal contract.
  public static String writeWithPositions(Contract contract) {
    return Printer.print(HEADING, ContractForm.write(contract), true);
  }

  /// The contract of a text, with or without positions.
  ///
  /// @throws ContractTextException when the text is not the text of a contract
  public static Contract read(String text) {
    return ContractForm.read(Parser.parse(HEADING, text));
  }
}
