package dev.interlock.engine.read;

import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;

/// How often a foreign hand acted so on contacts with whom runs were under way.
public record ForeignCount(Hand hand, HandAct act, long count) {}
