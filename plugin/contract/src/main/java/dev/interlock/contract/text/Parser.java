package dev.interlock.contract.text;

import dev.interlock.contract.model.Position;
import java.util.ArrayList;
import java.util.List;

/// Makes nodes of characters. It knows the syntax of the form and none of its words.
final class Parser {
  private static final String ENDS_A_WORD = "()\"@ \t\r\n";

  private final String text;
  private int at;
  private int line = 1;

  private Parser(String text) {
    this.text = text;
  }

  /// The one group of a text that begins with the heading.
  static Node.Group parse(String heading, String text) {
    Parser parser = new Parser(text);
    parser.heading(heading);
    parser.skipSpace();
    Node.Group root = parser.group(1, "");
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.problem("something follows the end");
    }
    return root;
  }

  private void heading(String wanted) {
    String first = text.lines().findFirst().orElse("");
    if (!first.equals(wanted)) {
      throw problem(
          "the first line is not '"
              + wanted
              + "'; the text is something else, or newer than this"
              + " program");
    }
    at = first.length();
  }

  private Node.Group group(int depth, String fileAround) {
    int begun = line;
    if (depth > Node.DEEPEST) {
      throw problem("nested deeper than " + Node.DEEPEST + " levels");
    }
    expect('(');
    String word = word();
    skipSpace();
    Position position = peek() == '@' ? position(fileAround) : Position.unknown();
    String file = position.line() == 0 ? fileAround : position.file();
    List<Node> parts = new ArrayList<>();
    for (skipSpace(); peek() != ')'; skipSpace()) {
      parts.add(part(depth, file));
    }
    at++;
    return new Node.Group(word, position, false, parts, begun);
  }

  private Node part(int depth, String file) {
    return switch (peek()) {
      case '(' -> group(depth + 1, file);
      case '"' -> new Node.Quote(quote(), line);
      default -> new Node.Word(word(), line);
    };
  }

  private Position position(String fileAround) {
    at++;
    String file = fileAround;
    if (peek() == '"') {
      file = quote();
      expect(':');
    }
    String digits = word();
    try {
      return Position.at(file, Integer.parseInt(digits));
    } catch (NumberFormatException notANumber) {
      throw new ContractTextException(line, "'" + digits + "' is no line number", notANumber);
    }
  }

  private String word() {
    int begun = at;
    while (at < text.length() && ENDS_A_WORD.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == begun) {
      throw problem("expected a word, found " + found());
    }
    return text.substring(begun, at);
  }

  private String quote() {
    expect('"');
    StringBuilder said = new StringBuilder();
    while (peek() != '"') {
      char next = text.charAt(at++);
      switch (next) {
        case '\n', '\r' -> throw problem("a quoted text is not closed on its line");
        case '\\' -> escaped(said);
        default -> said.append(next);
      }
    }
    at++;
    return said.toString();
  }

  private void escaped(StringBuilder said) {
    char next = peek();
    at++;
    switch (next) {
      case '"', '\\' -> said.append(next);
      case 'n' -> said.append('\n');
      case 'r' -> said.append('\r');
      case 't' -> said.append('\t');
      case 'u' -> said.appendCodePoint(codePoint());
      default -> throw problem("'\\" + next + "' is no escape");
    }
  }

  private int codePoint() {
    expect('{');
    int end = text.indexOf('}', at);
    int digits = end - at;
    if (digits < 1 || digits > 6) {
      throw problem("'\\u{' is not followed by 1 to 6 hexadecimal digits and '}'");
    }
    int point = 0;
    while (at < end) {
      int digit = Character.digit(text.charAt(at++), 16);
      if (digit < 0) {
        throw problem("'\\u{' holds something else than hexadecimal digits");
      }
      point = point * 16 + digit;
    }
    at++;
    if (!Character.isValidCodePoint(point)) {
      throw problem("'\\u{" + Integer.toHexString(point) + "}' is no character");
    }
    return point;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '\n') {
        line++;
      }
      at++;
    }
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw problem("expected '" + wanted + "', found " + found());
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw problem("the text ends too early");
    }
    return text.charAt(at);
  }

  private String found() {
    return at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
  }

  private ContractTextException problem(String what) {
    return new ContractTextException(line, what);
  }
}
