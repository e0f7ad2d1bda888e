package dev.interlock.handbook;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The handbook as a folder that opens from disk: pages and stylesheet side by side, linked to each
/// other and to nothing else. The same set gives the same bytes.
public final class DocsFolder {
  private final Map<String, String> pages;

  private DocsFolder(Map<String, String> pages) {
    this.pages = pages;
  }

  /// The folder of a set.
  public static DocsFolder of(ContractSet set, Edition edition) {
    return new DocsFolder(Handbook.of(set, Site.folder()).pages(edition));
  }

  /// Every file by its name: pages and stylesheet.
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(pages);
    files.put(Assets.STYLESHEET, Assets.stylesheet().text());
    return files;
  }

  /// Writes every file into the folder, which is made when it is not there. Files of the same names
  /// are replaced, others stay.
  ///
  /// @return the files written, the index first
  public List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files().entrySet()) {
      written.add(Files.writeString(folder.resolve(file.getKey()), file.getValue()));
    }
    return List.copyOf(written);
  }
}
