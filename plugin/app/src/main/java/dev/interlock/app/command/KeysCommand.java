package dev.interlock.app.command;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.secret.KeyException;
import dev.interlock.app.secret.SealingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes and changes the key that tokens are sealed with.
@Command(
    name = "keys",
    description = {
      "Makes and changes the file that INTERLOCK_SECRET_KEY_FILE names: the key that tokens of a"
          + " marketplace app's accounts are sealed with. Keep it apart from the data folder and its"
          + " backups: without it they are worth nothing.",
      "",
      "To change the key: `keys rotate FILE`, start the server again, which seals everything anew,"
          + " and then `keys prune FILE`."
    })
final class KeysCommand implements Callable<Integer> {
  private final Console console;

  /// What to do.
  enum Deed {
    NEW,
    ROTATE,
    PRUNE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "new|rotate|prune",
      description =
          "new: a file with a new key. rotate: another key for what is sealed from now on, and the"
              + " former ones to open what was. prune: without the former ones.")
  private Deed deed = Deed.NEW;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  KeysCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    switch (deed) {
      case NEW -> {
        make();
        console.say("A new key is in " + file + ". Set INTERLOCK_SECRET_KEY_FILE to it.");
      }
      case ROTATE -> {
        change(SealingKey::rotated);
        console.say(
            "The key is another one. Start the server again, then `keys prune " + file + "`.");
      }
      case PRUNE -> {
        change(SealingKey::withoutFormer);
        console.say("The former keys are gone from " + file + ".");
      }
    }
    return ExitCode.FINE;
  }

  private void make() {
    try {
      write(file, SealingKey.random());
    } catch (FileAlreadyExistsException there) {
      throw new CannotRunException(
          file
              + " is there already, and a key that is lost makes all tokens worthless; `keys rotate`"
              + " changes it",
          there);
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be written", problem);
    }
  }

  /// In the place of the old file at once, so that a power cut leaves one of the two.
  private void change(UnaryOperator<SealingKey> change) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      var changed = change.apply(SealingKey.of(Files.readString(file)));
      Files.deleteIfExists(fresh);
      write(fresh, changed);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be read or written", problem);
    } catch (KeyException wrong) {
      throw new CannotRunException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  /// For nobody else to read, where the file system knows such a thing.
  private static void write(Path file, SealingKey key) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ours =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, ours);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var text = ByteBuffer.wrap(key.reveal().getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    }
  }
}
