package dev.interlock.contract.contact;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.StageRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// An opportunity as it stands in the CRM. A stage that nobody can name carries its id as a name.
public record Deal(
    DealId id,
    String name,
    StageRef stage,
    DealStatus status,
    Optional<BigDecimal> value,
    Instant touchedAt) {}
