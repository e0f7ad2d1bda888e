package dev.interlock.sentences;

import static java.util.stream.Collectors.toSet;

import dev.interlock.contract.dsl.AnchorWords;
import dev.interlock.contract.dsl.Workflows;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Every word that an author may say: the public methods and constants of the language's package,
/// and those by which the model's own records are said more precisely.
final class PublicWords {
  private static final List<Class<?>> MODEL =
      List.of(
          EntryClause.class,
          Exit.class,
          EventPattern.MessageReceived.class,
          EventPattern.AppointmentEvent.class,
          EventPattern.DealEvent.class,
          Step.Send.class,
          Step.Act.class,
          Step.Wait.class,
          Step.Await.class,
          Step.Branch.class,
          Step.Split.class,
          Step.Repeat.class);

  private PublicWords() {}

  /// A word of its owner; one that is not at the beginning continues what was said before.
  record Word(Class<?> owner, String name, boolean isFirst) {
    /// As it is written in the reference: `sms`, `.why`.
    String written() {
      return isFirst ? name : "." + name;
    }
  }

  static Set<Word> all() throws IOException {
    Set<Word> words = new LinkedHashSet<>();
    for (Class<?> owner : owners()) {
      methods(owner).forEach(method -> words.add(word(owner, method)));
      constants(owner).forEach(constant -> words.add(new Word(owner, constant.getName(), true)));
    }
    return words;
  }

  /// The name by which the reference calls an owner.
  static String nameOf(Class<?> owner) {
    Class<?> outermost = owner;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    return outermost.getPackage() == Workflows.class.getPackage()
        ? outermost.getSimpleName()
        : owner.getSimpleName();
  }

  private static Word word(Class<?> owner, Method method) {
    return new Word(owner, method.getName(), Modifier.isStatic(method.getModifiers()));
  }

  private static List<Class<?>> owners() throws IOException {
    String name = Workflows.class.getPackageName();
    try (var files = Files.list(Path.of("target", "classes").resolve(name.replace('.', '/')))) {
      var ours =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
              .map(file -> named(name + "." + file.replace(".class", "")))
              .filter(PublicWords::isPublic)
              .filter(owner -> owner != AnchorWords.class)
              .toList();
      return Stream.<Class<?>>concat(ours.stream(), MODEL.stream()).toList();
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private static boolean isPublic(Class<?> owner) {
    boolean around = owner.getEnclosingClass() == null || isPublic(owner.getEnclosingClass());
    return around && Modifier.isPublic(owner.getModifiers());
  }

  private static Stream<Method> methods(Class<?> owner) {
    Set<String> components =
        owner.isRecord()
            ? Arrays.stream(owner.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(toSet())
            : Set.of();
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() > 0 || !components.contains(method.getName()))
        .filter(method -> !Set.of("equals", "hashCode", "toString").contains(method.getName()))
        .filter(method -> !isPlumbing(method));
  }

  private static boolean isPlumbing(Method method) {
    return Arrays.stream(AnchorWords.class.getDeclaredMethods())
        .anyMatch(other -> other.getName().equals(method.getName()));
  }

  private static Stream<Field> constants(Class<?> owner) {
    return Arrays.stream(owner.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()));
  }
}
