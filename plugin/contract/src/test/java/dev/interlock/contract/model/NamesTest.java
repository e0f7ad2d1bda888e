package dev.interlock.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

  static List<Function<String, Record>> names() {
    return List.of(
        AutomationName::new,
        CalendarName::new,
        ContractId::new,
        ExitName::new,
        FieldName::new,
        GroupName::new,
        LaneName::new,
        PipelineName::new,
        PurposeName::new,
        SettingName::new,
        StageName::new,
        StepName::new,
        TagName::new,
        TeamName::new);
  }

  @ParameterizedTest
  @MethodSource("names")
  void loseStraySpace(Function<String, Record> name) {
    assertThat(name.apply("  front desk\t")).hasToString("front desk");
  }

  @ParameterizedTest
  @MethodSource("names")
  void areTheSameHoweverTheirAccentsWereTyped(Function<String, Record> name) {
    assertThat(name.apply("cafe\u0301")).isEqualTo(name.apply("caf\u00E9"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void areNeverEmpty(Function<String, Record> name) {
    assertThatExceptionOfType(ContractException.class)
        .isThrownBy(() -> name.apply(" \n "))
        .withMessageEndingWith("is empty; write what people call it");
  }

  @Test
  void ofTagsFoldTheirCaseInEveryLanguage() {
    assertThat(new TagName("VIP Customer")).isEqualTo(new TagName("vip customer"));
    assertThat(new TagName("TITLE")).hasToString("title");
    assertThat(new TagName("\u0130")).isEqualTo(new TagName(new TagName("\u0130").text()));
  }

  @Test
  void ofOtherThingsKeepTheirCase() {
    assertThat(new StageName("Booked")).isNotEqualTo(new StageName("booked"));
  }
}
