package dev.interlock.handbook.words;

import dev.interlock.handbook.words.Template.Piece;
import dev.interlock.handbook.words.Template.Sort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Turns the `if` and `unless` of a text into words. The usual case, a name with its comma that is
/// left out when there is no name, becomes a single gap: `first name, if known`.
final class Blocks {
  private final List<Piece> tokens;
  private final List<Piece> out = new ArrayList<>();
  private final Deque<Block> open = new ArrayDeque<>();

  /// A block that has begun.
  ///
  /// @param at where its mark stands
  private record Block(String variable, boolean wanted, int at) {}

  Blocks(List<Piece> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  List<Piece> pieces() {
    for (Piece token : tokens) {
      if (token.gap()) {
        expression(token.text());
      } else {
        out.add(token);
      }
    }
    return List.copyOf(out);
  }

  private void expression(String text) {
    if (text.startsWith("!")) {
      return;
    }
    if (text.startsWith("#if ")) {
      begin(text.substring(4).strip(), true);
    } else if (text.startsWith("#unless ")) {
      begin(text.substring(8).strip(), false);
    } else if (text.equals("else") || text.equals("^")) {
      otherwise();
    } else if (text.startsWith("/") && !open.isEmpty()) {
      end(open.pop());
    } else {
      out.add(new Piece(Sort.GAP, Template.name(text)));
    }
  }

  private void begin(String variable, boolean wanted) {
    open.push(new Block(variable, wanted, out.size()));
    String known = wanted ? " is known:" : " is not known:";
    out.add(new Piece(Sort.MARK, "if " + Template.name(variable) + known));
  }

  private void otherwise() {
    out.add(new Piece(Sort.MARK, "otherwise:"));
  }

  private void end(Block block) {
    String name = Template.name(block.variable());
    List<Piece> inside = out.subList(block.at() + 1, out.size());
    boolean plain = block.wanted() && inside.stream().noneMatch(Piece::mark);
    int gap = inside.indexOf(new Piece(Sort.GAP, name));
    if (plain && gap >= 0) {
      inside.set(gap, new Piece(Sort.GAP, name + ", if known"));
      out.remove(block.at());
      return;
    }
    out.add(new Piece(Sort.MARK, "in any case:"));
  }
}
