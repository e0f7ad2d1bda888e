package dev.interlock.verifier.prove;

import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;

/// The hash of a question about a machine: of everything that its answer can depend on, and of
/// nothing else. Who makes a move, how many may make it and in what order they stand makes no
/// difference: a contract outside that is changed, and writes what others write as well, leaves the
/// hash as it was.
final class Fingerprint {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  // the same part recurs in many guards, as the same object
  private final IdentityHashMap<Predicate, Mark> parts = new IdentityHashMap<>();
  private final Map<Variable, Mark> variables = new HashMap<>();

  /// The hash of one part: as much of it as no two parts that differ have in common.
  private record Mark(long high, long low) implements Comparable<Mark> {
    @Override
    public int compareTo(Mark other) {
      int first = Long.compare(high, other.high);
      return first == 0 ? Long.compare(low, other.low) : first;
    }
  }

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// Of whether all of these claims hold in the machine.
  static String of(Machine<?> machine, List<Claim> claims) {
    Fingerprint print = new Fingerprint();
    machine.variables().forEach(print::add);
    List<Mark> all = new ArrayList<>();
    all.add(print.all('w', print.variables.values()));
    all.add(print.part(machine.initial()));
    all.add(print.all('M', machine.moves().stream().map(print::move).toList()));
    all.add(print.all('C', claims.stream().map(print::claim).toList()));
    return print.hex(all);
  }

  private String hex(List<Mark> all) {
    begin('q');
    all.forEach(this::put);
    return HexFormat.of().formatHex(hash());
  }

  private void begin(char kind) {
    buffer.clear();
    buffer.put((byte) kind);
  }

  private void put(Mark mark) {
    room(Long.BYTES * 2);
    buffer.putLong(mark.high()).putLong(mark.low());
  }

  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + bytes.length);
    buffer.putInt(bytes.length).put(bytes);
  }

  private void put(int number) {
    room(Integer.BYTES);
    buffer.putInt(number);
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      digest.update(buffer.flip());
      buffer.clear();
    }
  }

  private Mark end() {
    ByteBuffer hash = ByteBuffer.wrap(hash());
    return new Mark(hash.getLong(), hash.getLong());
  }

  private byte[] hash() {
    digest.update(buffer.flip());
    return digest.digest();
  }

  /// Marks of which neither the order nor the number matters.
  private Mark all(char kind, Collection<Mark> marks) {
    SequencedSet<Mark> distinct = new TreeSet<>(marks);
    begin(kind);
    distinct.forEach(this::put);
    return end();
  }

  private void add(Variable variable) {
    begin('V');
    put(variable.name());
    put(variable.size());
    variable.values().forEach(this::put);
    variables.put(variable, end());
  }

  private Mark variable(Variable variable) {
    Mark known = variables.get(variable);
    if (known == null) {
      throw new IllegalArgumentException("no variable " + variable.name() + " in the machine");
    }
    return known;
  }

  private Mark move(Move<?> move) {
    Mark guard = part(move.guard());
    List<Mark> updates = move.updates().stream().map(this::update).toList();
    Mark made = all('U', updates);
    begin('m');
    put(guard);
    put(made);
    return end();
  }

  private Mark update(Assignment update) {
    Mark variable = variable(update.variable());
    // a number tells values of one variable apart, and the variable's mark has them all in order
    return new Mark(variable.high(), variable.low() + update.value());
  }

  private Mark claim(Claim claim) {
    return switch (claim) {
      case Claim.Never never -> {
        Mark broken = part(never.broken());
        begin('n');
        put(broken);
        yield end();
      }
      case Claim.Possible(_, var context, var ways) -> {
        Mark there = part(context);
        Mark any = all('y', ways.stream().map(this::part).toList());
        begin('p');
        put(there);
        put(any);
        yield end();
      }
    };
  }

  private Mark part(Predicate predicate) {
    Mark known = parts.get(predicate);
    if (known == null) {
      known = made(predicate);
      parts.put(predicate, known);
    }
    return known;
  }

  private Mark made(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> {
        begin(holds ? 't' : 'f');
        yield end();
      }
      case Predicate.Among(var variable, var values) -> {
        Mark of = variable(variable);
        begin('v');
        put(of);
        values.forEach(value -> put(value));
        yield end();
      }
      case Predicate.All(var inner) -> all('a', inner.stream().map(this::part).toList());
      case Predicate.Any(var inner) -> all('o', inner.stream().map(this::part).toList());
      case Predicate.Not(var inner) -> {
        Mark contrary = part(inner);
        begin('!');
        put(contrary);
        yield end();
      }
    };
  }
}
