package dev.interlock.torture.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A way in which a database file gets lost in part.
public enum Damage {
  /// Its second half is gone.
  CUT_IN_HALF {
    @Override
    void doTo(FileChannel file) throws IOException {
      file.truncate(file.size() / 2 / PAGE * PAGE);
    }
  },
  /// Its last page is gone by half.
  CUT_WITHIN_A_PAGE {
    @Override
    void doTo(FileChannel file) throws IOException {
      file.truncate(file.size() - PAGE / 2);
    }
  },
  /// Nothing is left of it but its name.
  EMPTIED {
    @Override
    void doTo(FileChannel file) throws IOException {
      file.truncate(0);
    }
  },
  /// Something else was written over its beginning.
  ANOTHER_BEGINNING {
    @Override
    void doTo(FileChannel file) throws IOException {
      file.write(
          ByteBuffer.wrap("This is no database. ".repeat(20).getBytes(StandardCharsets.US_ASCII)),
          0);
    }
  },
  /// Pages in its middle came back as noughts.
  NOUGHTS_IN_THE_MIDDLE {
    @Override
    void doTo(FileChannel file) throws IOException {
      long pages = file.size() / PAGE;
      for (long page = pages / 4; page < pages / 2; page++) {
        file.write(ByteBuffer.allocate(PAGE), page * PAGE);
      }
    }
  },
  /// It is gone, but its log is still there.
  GONE {
    @Override
    void doTo(FileChannel file) {}
  };

  private static final int PAGE = 4096;

  abstract void doTo(FileChannel file) throws IOException;

  /// Does it to a copy.
  public void to(DataCopy copy) throws IOException {
    Path database = copy.database();
    if (this == GONE) {
      Files.delete(database);
      Files.write(database.resolveSibling(database.getFileName() + "-wal"), new byte[PAGE]);
      return;
    }
    try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      doTo(file);
    }
  }
}
