package dev.interlock.app.action;

import dev.interlock.app.web.Called.Call;
import dev.interlock.crm.highlevel.webhook.WebhookSignature;
import dev.interlock.crm.highlevel.webhook.WebhookSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Tells calls of HighLevel's workflows from those of others. Thread-safe.
///
/// HighLevel sends the headers that were typed in where a module was made, so a secret in one of
/// them tells that the call comes from there. A signature is not promised; one that comes has to be
/// right.
public final class CallGuard {
  /// The header with the secret.
  public static final String SECRET = "X-Interlock-Secret";

  /// What others are told.
  public static final String NOT_LET_IN = "the secret is missing or another one";

  private final byte[] secret;
  private final WebhookSignature signature;

  /// Knows calls by this secret.
  public CallGuard(String secret, WebhookSignature signature) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.signature = signature;
  }

  /// Whether a call comes from there.
  public boolean letsIn(Call call) {
    byte[] said = call.header().apply(SECRET).getBytes(StandardCharsets.UTF_8);
    var signed = Optional.of(call.header().apply(WebhookSignature.HEADER));
    Verdict verdict = signature.check(call.body().bytes(), signed);
    return MessageDigest.isEqual(secret, said) && (verdict.isValid() || verdict == Verdict.MISSING);
  }
}
