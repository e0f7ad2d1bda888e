package dev.interlock.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedTest {
  @Test
  void chanceDependsOnSeedAndNameAlone() {
    long drawn = new Seed(7).about("person", "1").nextLong();

    assertThat(new Seed(7).about("person", "1").nextLong()).isEqualTo(drawn);
    assertThat(new Seed(8).about("person", "1").nextLong()).isNotEqualTo(drawn);
    assertThat(new Seed(7).about("person", "2").nextLong()).isNotEqualTo(drawn);
    assertThat(new Seed(7).about("person1").nextLong()).isNotEqualTo(drawn);
  }

  @Test
  void identifiersLookLikeTheVendors() {
    assertThat(new Seed(7).identifier("contact", "1")).matches("[0-9A-Za-z]{20}");
  }
}
