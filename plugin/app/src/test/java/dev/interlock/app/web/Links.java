package dev.interlock.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Follows links, as somebody would who looks at everything.
public final class Links {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#?]+)");

  private Links() {}

  /// Everything of a server that links lead to, by its path.
  public static Map<String, String> pagesFrom(URI server, String first) {
    var pages = new HashMap<String, String>();
    var open = new ArrayDeque<>(List.of(first));
    try (var client = HttpClient.newHttpClient()) {
      while (!open.isEmpty()) {
        String path = open.removeFirst();
        if (pages.containsKey(path)) {
          continue;
        }
        var address = URI.create(server + path);
        var request = HttpRequest.newBuilder(address).build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        pages.put(path, body);
        LINK.matcher(body)
            .results()
            .map(match -> address.resolve(match.group(1)))
            .filter(link -> server.getAuthority().equals(link.getAuthority()))
            .map(URI::getRawPath)
            .forEach(open::add);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return pages;
  }
}
