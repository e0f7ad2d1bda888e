package dev.interlock.engine.sweeps;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Crm;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through all contacts of a CRM, page by page.
record Pages(Crm crm, Time time) {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final Duration WHEN_REFUSED = Duration.ofMinutes(5);
  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  /// What is done with a page.
  interface Each {
    /// Says when to try the page again; empty when it is done.
    Optional<Instant> on(List<ContactSnapshot> contacts);
  }

  /// Takes note of how far the walk has come.
  interface Onward {
    /// Takes note; without a cursor the walk is through.
    void from(Optional<Cursor> next);
  }

  /// Goes through the pages.
  ///
  /// @return empty when through; otherwise when to go on
  Optional<Instant> walk(Cursor from, Each each, Onward onward) {
    Optional<Cursor> next = Optional.of(from);
    while (next.isPresent()) {
      Optional<Instant> held = crm.calls().bulkHeldUntil(time.now());
      if (held.isPresent()) {
        return held;
      }
      switch (crm.contacts(next.get())) {
        case Read.Got<ContactPage>(ContactPage(var contacts, var following)) -> {
          Optional<Instant> later = each.on(contacts);
          if (later.isPresent()) {
            return later;
          }
          onward.from(following);
          next = following;
        }
        case Read.Gone<ContactPage>(var reason) -> {
          LOG.warn("a walk over all contacts begins again: {}", reason);
          onward.from(Optional.of(Cursor.start()));
          return Optional.of(time.now().plus(WHEN_REFUSED));
        }
        case Read.TryLater<ContactPage>(var pause, var reason) -> {
          LOG.debug("a walk over all contacts goes on later: {}", reason);
          return Optional.of(time.now().plus(pause).plus(AT_LEAST));
        }
        case Read.Refused<ContactPage>(var code, var reason) -> {
          LOG.warn("the CRM does not let contacts be read: {}: {}", code, reason);
          return Optional.of(time.now().plus(WHEN_REFUSED));
        }
      }
    }
    return Optional.empty();
  }
}
