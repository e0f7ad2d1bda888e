package dev.interlock.sentences;

import dev.interlock.contract.text.ContentHash;
import java.util.ArrayList;
import java.util.List;

/// Prints content hashes, for comparison with those of another JVM.
final class HashesMain {
  private HashesMain() {}

  public static void main(String[] arguments) {
    hashes().forEach(System.out::println);
  }

  static List<String> hashes() {
    List<String> hashes = new ArrayList<>();
    hashes.add(ContentHash.of(new MissedCallTextBack().contract()).hex());
    for (long seed = 0; seed < 100; seed++) {
      ArbitraryModel arbitrary = new ArbitraryModel(seed);
      hashes.add(ContentHash.of(arbitrary.contract()).hex());
      hashes.add(ContentHash.of(arbitrary.operation()).hex());
    }
    return hashes;
  }
}
