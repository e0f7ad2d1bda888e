package dev.interlock.app.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The room in memory for the bodies of all requests that are being answered. Anybody may send any
/// number of large ones at once, and nobody's signature is known before the last byte is there: who
/// finds no room is asked to come again, instead of everybody losing theirs.
///
/// Only bytes that have come take room, so that whoever sends slowly holds little. Thread-safe.
final class Intake {
  private static final int PART = 16 * 1024;
  private static final int LEAST = 8 << 20;
  private static final int MOST = 64 << 20;
  private static final int SHARE = 16;

  private final Semaphore room;

  /// @param bytes how many there is room for
  Intake(int bytes) {
    this.room = new Semaphore(bytes);
  }

  /// How many bytes it may have of the memory that this process has.
  static int shareOfMemory() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / SHARE, LEAST, MOST);
  }

  /// A body that is read and answered; its room is given back when that is done.
  Body open() {
    return new Body();
  }

  /// One body. Of one thread.
  final class Body implements AutoCloseable {
    private int taken;

    /// Reads to the end, or as far as is asked for; empty when there is no room.
    Optional<byte[]> read(InputStream in, int most) throws IOException {
      byte[] part = in.readNBytes(Math.min(PART, most));
      if (!takes(part)) {
        return Optional.empty();
      }
      if (part.length < PART || part.length == most) {
        return Optional.of(part);
      }
      var all = new ByteArrayOutputStream(2 * PART);
      while (part.length > 0) {
        all.write(part);
        part = in.readNBytes(Math.min(PART, most - all.size()));
        if (!takes(part)) {
          return Optional.empty();
        }
      }
      return Optional.of(all.toByteArray());
    }

    private boolean takes(byte[] part) {
      boolean is = room.tryAcquire(part.length);
      taken += is ? part.length : 0;
      return is;
    }

    @Override
    public void close() {
      room.release(taken);
      taken = 0;
    }
  }
}
