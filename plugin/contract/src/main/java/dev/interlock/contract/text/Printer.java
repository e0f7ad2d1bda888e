package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractException;

/// Makes characters of nodes.
final class Printer {
  private final StringBuilder out = new StringBuilder();
  private final boolean withPositions;

  private Printer(boolean withPositions) {
    this.withPositions = withPositions;
  }

  static String print(String heading, Node.Group root, boolean withPositions) {
    Printer printer = new Printer(withPositions);
    printer.out.append(heading).append('\n');
    printer.group(root, 1, "");
    return printer.out.append('\n').toString();
  }

  private void group(Node.Group group, int depth, String fileAround) {
    if (depth > Node.DEEPEST) {
      throw new ContractException(
          "nested deeper than " + Node.DEEPEST + " levels; put steps after each other instead");
    }
    out.append('(').append(group.word());
    String file = position(group, fileAround);
    for (Node part : group.parts()) {
      part(part, depth, file);
    }
    out.append(')');
  }

  private void part(Node part, int depth, String file) {
    switch (part) {
      case Node.Word(var text, _) -> out.append(' ').append(text);
      case Node.Quote(var text, _) -> {
        out.append(' ');
        Quotes.write(out, text);
      }
      case Node.Group group -> {
        if (group.ownLine()) {
          out.append('\n').repeat("  ", depth);
        } else {
          out.append(' ');
        }
        group(group, depth + 1, file);
      }
    }
  }

  private String position(Node.Group group, String fileAround) {
    if (!withPositions || group.position().line() == 0) {
      return fileAround;
    }
    String file = group.position().file();
    out.append(" @");
    if (!file.equals(fileAround)) {
      Quotes.write(out, file);
      out.append(':');
    }
    out.append(group.position().line());
    return file;
  }
}
