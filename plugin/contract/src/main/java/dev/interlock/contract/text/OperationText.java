package dev.interlock.contract.text;

import dev.interlock.contract.model.Operation;

/// The canonical text of an operation: equal meaning gives equal text, on every machine and for
/// years.
public final class OperationText {
  private static final String HEADING = "interlock-operation 1";

  private OperationText() {}

  /// The text without positions: what [ContentHash] is taken of, and what people compare.
  public static String write(Operation operation) {
    return Printer.print(HEADING, OperationForm.write(operation), false);
  }

  /// The text with the file and line at which each thing was said, for storing. It means the same
  /// and reads back to an equal operation.
  public static String writeWithPositions(Operation operation) {
    return Printer.print(HEADING, OperationForm.write(operation), true);
  }

  /// The operation of a text, with or without positions.
  ///
  /// @throws ContractTextException when the text is not the text of an operation
  public static Operation read(String text) {
    return OperationForm.read(Parser.parse(HEADING, text));
  }
}
