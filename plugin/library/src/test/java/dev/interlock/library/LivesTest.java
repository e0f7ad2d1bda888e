package dev.interlock.library;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.life.Lives;
import dev.interlock.simulation.life.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LivesTest {
  @Test
  void people() {
    ContractSet set =
        new ContractSet(
            new DentalPractice().operation(),
            List.of(
                new MissedCallTextBack().contract(),
                new SpeedToLead().contract(),
                new AppointmentReminder().contract()));
    Lives lives = Lives.of(Repertoire.of(set));
    lives.live(200, 60, 999);
    long begin = System.nanoTime();
    var life = dev.interlock.simulation.life.RandomLife.of(Repertoire.of(set));
    long n = 0;
    for (int i = 0; i < 1000; i++) {
      n += life.live(i, 60).script().beats().size();
    }
    System.out.println("LIFE only steps/s " + n * 1e9 / (System.nanoTime() - begin));
    begin = System.nanoTime();
    Tally tally = lives.live(2000, 60, 1);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.println(
        "LIFE "
            + tally.lives()
            + " lives "
            + tally.beats()
            + " beats "
            + seconds
            + " s "
            + tally.beats() / seconds
            + "/s tripped "
            + tally.tripped().size());
    tally
        .tripped()
        .forEach(t -> {
          System.out.println(
              "LIFE == "
                  + t.lives()
                  + " x "
                  + t.breach()
                  + " (seed "
                  + t.seed()
                  + ", "
                  + t.shortest().beats().size()
                  + " beats)");
          System.out.println("LIFE   opening " + t.shortest().opening());
          t.shortest().beats().forEach(b -> System.out.println("LIFE   " + b));
          t.story().forEach(l -> System.out.println("LIFE     | " + l));
        });
  }
}
