package dev.interlock.crm;

import dev.interlock.contract.model.EventPattern.Delivery;
import java.util.Optional;
import java.util.Set;

/// What the CRM says of an e-mail that was sent.
///
/// @param reference the CRM's own number of it
/// @param header its `Message-ID`, as far as the CRM knows it; without brackets
/// @param fate what became of it so far
public record Mailed(Optional<String> reference, Optional<String> header, Optional<Delivery> fate) {
  private static final Mailed NOTHING =
      new Mailed(Optional.empty(), Optional.empty(), Optional.empty());

  /// The CRM says nothing of it.
  public static Mailed nothing() {
    return NOTHING;
  }

  /// Whether the CRM itself says that this became of the e-mail: what was opened was delivered.
  public boolean confirms(Delivery told) {
    return fate.filter(known ->
            switch (told) {
              case SENT -> true;
              case DELIVERED ->
                  Set.of(Delivery.DELIVERED, Delivery.OPENED, Delivery.CLICKED).contains(known);
              case OPENED -> known == Delivery.OPENED || known == Delivery.CLICKED;
              case CLICKED -> known == Delivery.CLICKED;
              case FAILED, BOUNCED -> known == Delivery.FAILED || known == Delivery.BOUNCED;
            })
        .isPresent();
  }
}
