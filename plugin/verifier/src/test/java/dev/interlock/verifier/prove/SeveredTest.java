package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is named to be taken away from a circle of contracts.
final class SeveredTest {
  private static List<Lead> leads(String... pairs) {
    return Arrays.stream(pairs)
        .map(pair ->
            new Lead(new ContractId(pair.substring(0, 1)), new ContractId(pair.substring(1)), "so"))
        .toList();
  }

  private static List<String> away(int contracts, String... pairs) {
    return new Severed(leads(pairs))
        .untilAtMost(contracts).stream().map(lead -> lead.from() + "" + lead.to()).toList();
  }

  @Test
  void aRingFallsApartAnywhere() {
    assertThat(away(2, "ab", "bc", "ca")).containsExactly("ab");
    assertThat(away(0, "aa")).containsExactly("aa");
  }

  @Test
  void theBridgeOfTwoRingsIsTakenAwayFirst() {
    assertThat(away(3, "ab", "bc", "ca", "de", "ef", "fd", "ad", "da")).containsExactly("ad");
  }

  @Test
  void whatIsSmallEnoughStays() {
    assertThat(away(3, "ab", "bc", "ca")).isEmpty();
    assertThat(away(5)).isEmpty();
  }

  @Test
  void allThatLeadsFromOneToTheOtherGoesTogether() {
    assertThat(away(1, "ab", "ab", "ba")).containsExactly("ba");
    assertThat(away(1, "ab", "ab", "ba", "ba")).containsExactly("ab", "ab");
  }
}
