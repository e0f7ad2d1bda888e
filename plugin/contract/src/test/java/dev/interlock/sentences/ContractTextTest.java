package dev.interlock.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.text.ContractText;
import org.junit.jupiter.api.Test;

class ContractTextTest {
  private static final Contract MISSED_CALL = new MissedCallTextBack().contract();

  @Test
  void readsBackWhatItWrote() {
    String text = ContractText.write(MISSED_CALL);

    assertThat(ContractText.read(text)).isEqualTo(MISSED_CALL);
  }

  @Test
  void readsBackWithItsPositions() {
    String text = ContractText.writeWithPositions(MISSED_CALL);
    Contract read = ContractText.read(text);

    assertThat(read).isEqualTo(MISSED_CALL);
    assertThat(ContractText.writeWithPositions(read)).isEqualTo(text);
    assertThat(ContractText.write(read)).isEqualTo(ContractText.write(MISSED_CALL));
  }
}
