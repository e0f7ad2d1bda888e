package dev.interlock.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.interlock.contract.text.ContractSetText;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.ContractTextException;
import dev.interlock.contract.text.OperationText;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A damaged text is said to be damaged, on its line, and nothing else ever happens.
class CorruptTextTest {
  private static final String TEXT =
      ContractText.writeWithPositions(new MissedCallTextBack().contract());

  @Test
  void isRefusedWhereverItIsCutOff() {
    int end = TEXT.stripTrailing().length();
    for (int length = 0; length < end; length++) {
      String cut = TEXT.substring(0, length);
      assertThatExceptionOfType(ContractTextException.class)
          .as("cut after %s characters", length)
          .isThrownBy(() -> ContractText.read(cut))
          .satisfies(problem -> isOnALineOf(problem, cut));
    }
  }

  @Test
  void isReadOrRefusedButNeverFailsOtherwise() {
    Random random = new Random(7);
    for (long seed = 0; seed < 30; seed++) {
      var arbitrary = new ArbitraryModel(seed);
      String contract = ContractText.writeWithPositions(arbitrary.contract());
      String operation = OperationText.write(arbitrary.operation());
      for (int i = 0; i < 70; i++) {
        readsOrRefuses(ContractText::read, damaged(TEXT, random));
        readsOrRefuses(ContractText::read, damaged(contract, random));
        readsOrRefuses(OperationText::read, damaged(operation, random));
      }
    }
  }

  @Test
  void isRefusedAsTheWrongKind() {
    assertThatExceptionOfType(ContractTextException.class)
        .isThrownBy(() -> OperationText.read(TEXT))
        .withMessageContaining("line 1: the first line is not 'interlock-operation 1'");
    assertThatExceptionOfType(ContractTextException.class)
        .isThrownBy(() -> ContractSetText.read(""))
        .withMessageContaining("line 1: the first line is not 'interlock-contract-set 1'");
  }

  @Test
  void isRefusedWhenNestedTooDeep() {
    String deep = "interlock-contract 1\n" + "(not ".repeat(100_000);

    assertThatExceptionOfType(ContractTextException.class)
        .isThrownBy(() -> ContractText.read(deep))
        .withMessageContaining("nested deeper than 300 levels");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (call-missed)                | (call-mist)         | line 6: 'call-mist' is no word for an event
          PT24H                        | 24h                 | line 22: '24h' is not a span of time such as PT24H
          PT24H                        | PT-24H              | line 22: (for ...): silentFor of PT-24H is no time at all; say how long
          failing 3                    | failing three       | line 14: 'three' is not a whole number
          failing 3                    | failing 30          | line 14: (failing ...): 30 retries; say 0 to 20
          (reentry (after PT168H))     | (reentry)           | line 11: (reentry ...) ends where a group should follow
          (key contact)                | (key "contact")     | line 12: (key ...) expects a value, found "contact"
          (key contact)                | (key contract)      | line 12: (key ...) knows no 'contract'
          (key contact)                | (key contact 1)     | line 12: (key ...) has a part too many: '1'
          (purpose "                   | (porpoise "         | line 5: expected (purpose ...), found (porpoise ...)
          (title "Missed-call          | (title "Missed\\call | line 3: '\\c' is no escape
          (title "Missed-call          | (title "\\u{D}\\u{ZZ} | line 3: '\\u{' holds something else than hexadecimal digits
          (owner "Front desk")         | (owner "Front desk  | line 4: a quoted text is not closed on its line
          (owner "Front desk")         | (owner "  ")        | line 4: (owner ...): a team's name is empty; write what people call it
          """)
  void isRefusedWithWhatIsWrongAndWhere(String good, String bad, String message) {
    String text = ContractText.write(new MissedCallTextBack().contract());

    assertThat(text).contains(good);
    assertThatExceptionOfType(ContractTextException.class)
        .isThrownBy(() -> ContractText.read(text.replaceFirst(quoted(good), literal(bad))))
        .withMessage(message);
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }

  private static String literal(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static void readsOrRefuses(Consumer<String> reader, String text) {
    try {
      reader.accept(text);
    } catch (ContractTextException refused) {
      isOnALineOf(refused, text);
    } catch (RuntimeException other) {
      fail("not refused but failed: " + text, other);
    }
  }

  private static void isOnALineOf(ContractTextException refused, String text) {
    assertThat(refused.line())
        .isBetween(1, Math.max(1, 1 + (int) text.chars().filter(c -> c == '\n').count()));
    assertThat(refused).hasMessageStartingWith("line " + refused.line() + ": ");
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(5)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
        case 2 -> damaged.setCharAt(at, (char) random.nextInt(0x10000));
        case 3 -> damaged.setCharAt(at, (char) (damaged.charAt(at) ^ (1 << random.nextInt(7))));
        default -> damaged.delete(at, Math.min(damaged.length() - 1, at + random.nextInt(1, 200)));
      }
    }
    return damaged.toString();
  }

  private static final List<String> SHARDS =
      List.of(
          "(",
          ")",
          "\"",
          "\\",
          "@",
          "@\"",
          "@5",
          ":",
          " ",
          "\n",
          "9",
          "-",
          "PT1S",
          "1E+2147483647",
          "99999999999999999999",
          "(not ",
          "(path)",
          "\\u{",
          "\\u{110000}",
          "\\u{-1}",
          "25:61",
          "");
}
