package dev.interlock.verifier.prove.symbolic;

import java.util.List;

/// A question that the CRM may leave unanswered, as two sets of states that share none.
///
/// @param yes where the answer is yes
/// @param unknown where the CRM does not say
public record Tri(Predicate yes, Predicate unknown) {
  public static final Tri YES = new Tri(Predicate.always(), Predicate.never());
  public static final Tri NO = new Tri(Predicate.never(), Predicate.never());

  /// Answered yes exactly here, and no elsewhere.
  public static Tri of(Predicate yes) {
    return new Tri(yes, Predicate.never());
  }

  /// Where the answer is no.
  public Predicate no() {
    return yes.or(unknown).not();
  }

  /// The contrary; of unknown, unknown.
  public Tri negated() {
    return new Tri(no(), unknown);
  }

  /// Yes where all are yes, no where one is no, unknown elsewhere.
  public static Tri all(List<Tri> parts) {
    Predicate yes = Predicate.all(parts.stream().map(Tri::yes).toList());
    Predicate noNo = Predicate.all(parts.stream().map(part -> part.no().not()).toList());
    return new Tri(yes, noNo.and(yes.not()));
  }

  /// Yes where one is yes, no where all are no, unknown elsewhere.
  public static Tri any(List<Tri> parts) {
    return all(parts.stream().map(Tri::negated).toList()).negated();
  }
}
