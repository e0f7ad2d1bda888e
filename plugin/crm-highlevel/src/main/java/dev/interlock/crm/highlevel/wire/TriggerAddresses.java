package dev.interlock.crm.highlevel.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/// Where triggers of HighLevel's workflows may be told to listen. An account's token goes along to
/// them, so an address is not taken because somebody names it: it has to begin as one of these, and
/// what follows must not lead anywhere else.
///
/// @param beginnings addresses that end with a slash
public record TriggerAddresses(List<URI> beginnings) {
  /// The path of all of them, as the vendor shows it.
  public static final String PATH = "/workflows-marketplace/triggers/execute/";

  private static final int LONGEST = 2_000;
  private static final Pattern REST = Pattern.compile("[A-Za-z0-9_~.:-]+(/[A-Za-z0-9_~.:-]+)*/?");

  public TriggerAddresses {
    beginnings = List.copyOf(beginnings);
    for (URI beginning : beginnings) {
      HttpUrl url = HttpUrl.parse(beginning.toString());
      if (url == null || !url.encodedPath().endsWith("/") || !isPlain(url)) {
        throw new IllegalArgumentException(
            "a beginning needs a host, a path with a slash at its end, and nothing else: "
                + beginning);
      }
      if (!url.isHttps() && !ApiConfig.isThisMachine(beginning)) {
        throw new IllegalArgumentException("a token is sent by https only: " + beginning);
      }
    }
  }

  private static boolean isPlain(HttpUrl url) {
    return url.username().isEmpty() && url.password().isEmpty() && url.fragment() == null;
  }

  /// The vendor's own, and the same path at the address that its API is called at.
  static TriggerAddresses of(URI base) {
    var all = new ArrayList<URI>();
    all.add(ApiConfig.VENDOR.resolve(PATH));
    if (!base.equals(ApiConfig.VENDOR)) {
      all.add(URI.create(base.toString().replaceFirst("/$", "") + PATH));
    }
    return new TriggerAddresses(all);
  }

  /// Why nothing is posted to an address, for people; empty when it may be.
  public Optional<String> whyNot(String address) {
    return find(address).isPresent()
        ? Optional.empty()
        : Optional.of(
            "its targetUrl is no address of the CRM's triggers; those begin with " + words());
  }

  private String words() {
    return String.join(" or ", beginnings.stream().map(URI::toString).toList());
  }

  /// The address, where it is one of them.
  Optional<HttpUrl> find(String address) {
    HttpUrl url = address.length() > LONGEST ? null : HttpUrl.parse(address);
    if (url == null || !isPlain(url)) {
      return Optional.empty();
    }
    return beginnings.stream().anyMatch(each -> isBelow(HttpUrl.get(each.toString()), url))
        ? Optional.of(url)
        : Optional.empty();
  }

  /// OkHttp has taken steps back out of the path by now; none may be hidden in an escape.
  private static boolean isBelow(HttpUrl beginning, HttpUrl url) {
    return url.scheme().equals(beginning.scheme())
        && url.host().equals(beginning.host())
        && url.port() == beginning.port()
        && url.encodedPath().startsWith(beginning.encodedPath())
        && REST.matcher(url.encodedPath().substring(beginning.encodedPath().length())).matches();
  }
}
