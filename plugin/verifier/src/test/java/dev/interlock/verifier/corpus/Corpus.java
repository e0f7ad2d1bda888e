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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All examples: each static method that makes a set, with what the comments in its source
/// announce. A line that ends in `// E-NO-EXIT` is one on which that rule finds something.
public final class Corpus {
  private static final List<Class<?>> PAGES =
      List.of(
          BeginningCorpus.class,
          PathCorpus.class,
          ListeningCorpus.class,
          FailureCorpus.class,
          EndingCorpus.class,
          MessageCorpus.class,
          BudgetCorpus.class,
          TimingCorpus.class,
          SpacingCorpus.class,
          OperationCorpus.class,
          StageCorpus.class);
  private static final Path SOURCES =
      Path.of("src", "test", "java", "dev", "interlock", "verifier", "corpus");
  private static final Pattern ANNOUNCED = Pattern.compile("[EW]-[A-Z-]+");

  private Corpus() {}

  /// Every example, by page and name.
  public static Stream<Example> examples() {
    return PAGES.stream().flatMap(Corpus::examples);
  }

  private static Stream<Example> examples(Class<?> page) {
    List<String> source = source(page);
    return Arrays.stream(page.getDeclaredMethods())
        .filter(method -> method.getReturnType() == ContractSet.class)
        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
        .sorted(Comparator.comparing(Method::getName))
        .map(method ->
            new Example(
                page.getSimpleName() + ": " + method.getName(),
                made(method),
                announced(page, source, method.getName())));
  }

  private static ContractSet made(Method method) {
    try {
      return (ContractSet) method.invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(method.getName(), impossible);
    }
  }

  private static List<String> announced(Class<?> page, List<String> source, String method) {
    int first =
        IntStream.range(0, source.size())
            .filter(line -> source.get(line).contains(" ContractSet " + method + "("))
            .findFirst()
            .orElseThrow();
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

  private static Stream<String> onLine(String page, int number, String text) {
    int comment = text.indexOf("// ");
    if (comment < 0) {
      return Stream.empty();
    }
    Matcher rule = ANNOUNCED.matcher(text.substring(comment));
    return rule.results().map(found -> page + ".java:" + number + " " + found.group());
  }

  private static List<String> source(Class<?> page) {
    try {
      return Files.readAllLines(SOURCES.resolve(page.getSimpleName() + ".java"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
