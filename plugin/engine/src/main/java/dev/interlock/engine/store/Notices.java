package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is kept for people: refusals, what they have to look at, and what they ordered.
public interface Notices {
  /// A contact was not admitted.
  void refused(InstallationId installation, Refusal refusal, Instant at);

  /// Somebody has to look at this.
  void attend(InstallationId installation, Attention attention, Instant at);

  /// Somebody has to look at this, unless somebody has to already: the same concern, in the same
  /// words, about whichever contact.
  void attendOnce(InstallationId installation, Attention attention, Instant at);

  /// Somebody answers for what was raised about the account in these words, whichever contact it
  /// came up with.
  ///
  /// @return whether there was such a thing
  boolean settled(
      InstallationId installation, Concern concern, String words, String by, Instant at);

  /// Somebody has looked at everything about the run.
  void attended(InstallationId installation, RunId run, String by, Instant at);

  /// Somebody sees to one thing about the run that was raised in these words.
  void attended(InstallationId installation, RunId run, String words, String by, Instant at);

  /// Somebody sees to one thing about the contact that was raised in these words.
  void attended(
      InstallationId installation, ContactId contact, String words, String by, Instant at);

  /// Something about the whole account, which was raised in these words, is as it should be again.
  void attended(InstallationId installation, String words, String by, Instant at);

  /// Somebody ordered something.
  void ordered(InstallationId installation, Order order, Instant at);

  /// Who was turned away, by which version, and why.
  ///
  /// @param cause the id of the event that would have begun the run
  record Refusal(
      ContactId contact, ContractId contract, String hash, String cause, List<Reason> reasons) {
    public Refusal {
      reasons = List.copyOf(reasons);
    }
  }

  /// What a person has to look at; about a run, a contact, or the installation.
  record Attention(
      Optional<RunId> run, Optional<ContactId> contact, Concern concern, String words) {}

  /// What an operator ordered.
  record Order(String by, String what, Optional<RunId> run, Optional<ContactId> contact) {}
}
