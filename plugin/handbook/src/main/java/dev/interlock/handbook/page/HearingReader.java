package dev.interlock.handbook.page;

import dev.interlock.handbook.page.HearingPage.EarRow;
import dev.interlock.handbook.story.HearingView;
import dev.interlock.handbook.story.HearingView.Ear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Makes the page of what webhooks told, and what only reading the CRM found.
public record HearingReader(HearingView view) {
  private static final Duration LONG_OVERDUE = Duration.ofMinutes(30);

  /// The page.
  public HearingPage page(Frame frame) {
    return new HearingPage(
        frame, at(view.now()), verdict(), view.ears().stream().map(this::row).toList());
  }

  private String verdict() {
    if (view.ears().isEmpty()) {
      return "Nobody reads the CRM for what its webhooks never told.";
    }
    long found = view.ears().stream().mapToLong(Ear::found).sum();
    long stuck = view.ears().stream().filter(ear -> !inTheWay(ear).isBlank()).count();
    String recovered =
        switch (Math.toIntExact(Math.min(found, 2))) {
          case 0 -> "Webhooks told everything that was found in the CRM.";
          case 1 -> "One thing that no webhook told was recovered.";
          default -> found + " things that no webhook told were recovered.";
        };
    return stuck == 0 ? recovered : recovered + " Something stands in the way of looking further.";
  }

  private EarRow row(Ear ear) {
    return new EarRow(
        capital(ear.kind()),
        sentence(ear),
        ear.met(),
        ear.told(),
        ear.found(),
        ear.found() > 0 ? "odd" : "",
        at(ear.since()),
        ear.lookedAt().map(this::at).map(List::of).orElse(List.of()),
        at(ear.next()),
        inTheWay(ear));
  }

  private static String sentence(Ear ear) {
    if (ear.met() == 0) {
      return "Nothing has happened there since.";
    }
    return "%d in the CRM: %d told by webhooks, %d recovered by reading"
            .formatted(ear.met(), ear.told(), ear.found())
        + (open(ear) > 0 ? ", " + open(ear) + " still worked on." : ".");
  }

  private String inTheWay(Ear ear) {
    boolean overdue = ear.next().plus(LONG_OVERDUE).isBefore(view.now());
    return ear.obstacle().isBlank() && overdue
        ? "The next look is long overdue: looking is switched off, or nothing has run."
        : ear.obstacle();
  }

  private static long open(Ear ear) {
    return Math.max(0, ear.met() - ear.told() - ear.found());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private When at(Instant moment) {
    return When.of(moment, view.now(), view.zone());
  }
}
