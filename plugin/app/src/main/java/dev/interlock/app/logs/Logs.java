package dev.interlock.app.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets up the log. It goes to stderr, since stdout belongs to answers.
public final class Logs {

  /// The form of a line.
  public enum Form {
    /// One JSON object, for machines.
    JSON,
    /// A line for people.
    TEXT
  }

  private Logs() {}

  /// Warnings and errors only, for commands whose answer is what counts.
  public static void quiet() {
    write(Form.TEXT, Level.WARN);
  }

  /// What servers tell about their life.
  public static void detailed(Form form) {
    write(form, Level.INFO);
  }

  private static void write(Form form, Level ours) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder(form, context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("dev.interlock").setLevel(ours);
  }

  private static Encoder<ILoggingEvent> encoder(Form form, LoggerContext context) {
    return switch (form) {
      case JSON -> {
        var json = new JsonEncoder();
        json.setContext(context);
        json.setWithContext(false);
        // the constant text to count by stays beside the one to read
        json.setWithFormattedMessage(true);
        json.setWithArguments(false);
        json.setWithNanoseconds(false);
        json.setWithSequenceNumber(false);
        json.start();
        yield json;
      }
      case TEXT -> {
        var text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern("%d{HH:mm:ss.SSS} %-5level %msg %mdc%n%ex");
        text.start();
        yield text;
      }
    };
  }
}
