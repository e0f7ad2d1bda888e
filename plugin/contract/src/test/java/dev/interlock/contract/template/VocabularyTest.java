package dev.interlock.contract.template;

import static dev.interlock.contract.dsl.Operations.business;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.SettingName;
import org.junit.jupiter.api.Test;

final class VocabularyTest {
  private static final Operation OPERATION =
      business("Riverside Dental")
          .optionField("Follow-up outcome", "Booked", "Lost")
          .field("VIP level", FieldKind.NUMBER)
          .setting("bookingLink", "Where to book", "https://book.example.com")
          .build();

  @Test
  void saysFieldsInCamelCase() {
    assertThat(Vocabulary.of(OPERATION).variables())
        .extracting(Variable::name)
        .contains(
            "contact.firstName",
            "contact.dateOfBirth",
            "contact.followUpOutcome",
            "contact.vipLevel",
            "setting.bookingLink");
  }

  @Test
  void tellsWhereAValueComesFrom() {
    Vocabulary vocabulary = Vocabulary.of(OPERATION);
    assertThat(vocabulary.variable("contact.vipLevel"))
        .map(Variable::source)
        .contains(new Source.FieldValue(new FieldName("VIP level")));
    assertThat(vocabulary.variable("setting.bookingLink"))
        .map(Variable::source)
        .contains(new Source.SettingValue(new SettingName("bookingLink")));
    assertThat(vocabulary.variable("contact.nickname")).isEmpty();
  }

  @Test
  void namesEveryVariableOnce() {
    assertThat(Vocabulary.of(OPERATION).variables())
        .extracting(Variable::name)
        .doesNotHaveDuplicates();
  }
}
