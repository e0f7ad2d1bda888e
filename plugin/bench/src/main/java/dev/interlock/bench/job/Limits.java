package dev.interlock.bench.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/// What the machine could do at most if there were nothing else to do, measured right beside.
///
/// @param calls calls by OkHttp to the CRM of the bench, which is another process
/// @param commits transactions per second that insert as many rows as the server commits units
///   together
/// @param fsyncs flushes per second of one page
/// @param http requests per second to an empty Jetty by OkHttp, within one process
/// @param rowMicros processor time of this process for one of these rows, in microseconds
/// @param signatures Ed25519 verifications per second and core by the JDK itself
record Limits(
    BareCalls calls,
    double commits,
    double rowMicros,
    double fsyncs,
    double http,
    double signatures) {
  private static final int PAGE = 4096;
  private static final int ROW = 400;
  private static final String NOBODY = "limitcontact00000001";

  /// @param group how many units the server committed together
  static Limits measure(Path folder, Crm crm, double group, Duration each)
      throws IOException, InterruptedException {
    BareCalls calls = BareCalls.to(crm.url() + "/contacts/" + NOBODY, each);
    int rows = Math.max(1, (int) Math.round(group));
    long cpu = BareCalls.cpuNanos();
    double commits = commits(folder.resolve("limit.db"), rows, each);
    double rowMicros =
        (BareCalls.cpuNanos() - cpu) / 1e3 / (commits * rows * each.toMillis() / 1e3);
    return new Limits(
        calls,
        commits,
        rowMicros,
        fsyncs(folder.resolve("limit.bin"), each),
        EmptyWeb.requestsPerSecond(each),
        signatures(each));
  }

  private static double commits(Path file, int group, Duration each) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var pragmas = connection.createStatement()) {
      pragmas.execute("PRAGMA journal_mode = WAL");
      pragmas.execute("PRAGMA synchronous = FULL");
      pragmas.execute("CREATE TABLE unit (number INTEGER PRIMARY KEY, body BLOB NOT NULL)");
      connection.setAutoCommit(false);
      try (var insert = connection.prepareStatement("INSERT INTO unit (body) VALUES (?)")) {
        insert.setBytes(1, new byte[ROW]);
        return perSecond(each, () -> commit(connection, insert, group));
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("SQLite cannot be measured", broken);
    }
  }

  private static void commit(Connection connection, PreparedStatement insert, int group)
      throws SQLException {
    for (int i = 0; i < group; i++) {
      insert.executeUpdate();
    }
    connection.commit();
  }

  private static double fsyncs(Path file, Duration each) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var page = ByteBuffer.allocateDirect(PAGE);
      return perSecond(each, () -> flush(channel, page));
    }
  }

  private static void flush(FileChannel channel, ByteBuffer page) throws IOException {
    channel.write(page.clear());
    channel.force(false);
  }

  private static double signatures(Duration each) {
    var keys = Webhooks.newKeys();
    var body = new byte[ROW];
    byte[] signature = Webhooks.signature(keys.getPrivate(), body);
    return perSecond(each, () -> verify(keys.getPublic(), body, signature));
  }

  private static void verify(PublicKey key, byte[] body, byte[] signature)
      throws GeneralSecurityException {
    var check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(body);
    if (!check.verify(signature)) {
      throw new GeneralSecurityException("a signature of our own is not valid");
    }
  }

  /// Something to be done over and over.
  private interface Deed {
    void once() throws Exception;
  }

  private static double perSecond(Duration span, Deed deed) {
    long begun = System.nanoTime();
    long end = begun + span.toNanos();
    long count = 0;
    while (System.nanoTime() < end) {
      try {
        deed.once();
      } catch (Exception broken) {
        throw new IllegalStateException("a limit cannot be measured", broken);
      }
      count++;
    }
    return count / ((System.nanoTime() - begun) / 1e9);
  }
}
