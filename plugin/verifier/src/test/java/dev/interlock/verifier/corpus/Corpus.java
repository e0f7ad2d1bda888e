package dev.interlock.verifier.corpus;

import dev.interlock.contract.model.ContractSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All examples: each static method that makes a set, with what the comments in its source
/// announce. A line that ends in `// E-NO-EXIT` is one on which that rule finds something, and `//
/// E-NO-EXIT unresolved` something that nobody can play. A line `// not E-NO-EXIT` before the
/// method says of which rule it is a near miss.
public final class Corpus {
  private static final List<Class<?>> PAGES =
      List.of(
          BeginningCorpus.class,
          DoorCorpus.class,
          PathCorpus.class,
          ListeningCorpus.class,
          EventCorpus.class,
          ExpectedCorpus.class,
          FailureCorpus.class,
          UnsentCorpus.class,
          EndingCorpus.class,
          SuccessCorpus.class,
          DealCorpus.class,
          WriteCorpus.class,
          MessageCorpus.class,
          BudgetCorpus.class,
          TimingCorpus.class,
          SpacingCorpus.class,
          OperationCorpus.class,
          SizeCorpus.class,
          StageCorpus.class);
  private static final Path SOURCES = Path.of("src", "test", "java");

  /// A test that is run by itself asks for all examples again, and mutation runs many such.
  private static final Map<Class<?>, List<Example>> READ = new ConcurrentHashMap<>();

  private static final Pattern ANNOUNCED = Pattern.compile("([EW]-[A-Z-]+)( unresolved)?");

  private static final Pattern NEAR_MISS = Pattern.compile("not ([EW]-[A-Z-]+)");

  private Corpus() {}

  /// Every example, by page and name.
  public static Stream<Example> examples() {
    return PAGES.stream().flatMap(Corpus::examples);
  }

  /// Every example of a page, by name.
  public static Stream<Example> examples(Class<?> page) {
    return READ.computeIfAbsent(page, Corpus::read).stream();
  }

  private static List<Example> read(Class<?> page) {
    List<String> source = source(page);
    return Arrays.stream(page.getDeclaredMethods())
        .filter(method -> method.getReturnType() == ContractSet.class)
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> example(page, source, method))
        .toList();
  }

  private static Example example(Class<?> page, List<String> source, Method method) {
    List<Announced> announced = announced(page, source, method.getName());
    return new Example(
        page.getSimpleName() + ": " + method.getName(),
        made(method),
        announced.stream().map(Announced::words).toList(),
        announced.stream().filter(Announced::unresolved).map(Announced::words).toList(),
        nearMisses(source, method.getName()));
  }

  private record Announced(String words, boolean unresolved) {}

  private static ContractSet made(Method method) {
    try {
      method.setAccessible(true);
      return (ContractSet) method.invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(method.getName(), impossible);
    }
  }

  private static List<Announced> announced(Class<?> page, List<String> source, String method) {
    int first = first(source, method);
    int last =
        IntStream.range(first, source.size())
            .filter(line -> source.get(line).equals("  }"))
            .findFirst()
            .orElseThrow();
    return IntStream.range(first, last)
        .boxed()
        .flatMap(line -> onLine(page.getSimpleName(), line + 1, source.get(line)))
        .toList();
  }

  private static int first(List<String> source, String method) {
    return IntStream.range(0, source.size())
        .filter(line -> source.get(line).contains(" ContractSet " + method + "("))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> nearMisses(List<String> source, String method) {
    String before = source.get(first(source, method) - 1).strip();
    return before.startsWith("// not ")
        ? NEAR_MISS.matcher(before).results().map(found -> found.group(1)).toList()
        : List.of();
  }

  private static Stream<Announced> onLine(String page, int number, String text) {
    int comment = text.indexOf("// ");
    if (comment < 0) {
      return Stream.empty();
    }
    Matcher rule = ANNOUNCED.matcher(text.substring(comment));
    return rule.results()
        .map(found ->
            new Announced(page + ".java:" + number + " " + found.group(1), found.group(2) != null));
  }

  private static List<String> source(Class<?> page) {
    try {
      return Files.readAllLines(SOURCES.resolve(page.getName().replace('.', '/') + ".java"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
