package dev.interlock.sandbox.people;

import dev.interlock.sandbox.time.Seed;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Invented names, addresses that cannot exist, and numbers that are reserved for fiction.
final class Names {
  private static final List<String> FIRST =
      List.of(
          "Ada",
          "Amara",
          "Aoife",
          "Björn",
          "Carlos",
          "Chen",
          "Deborah",
          "Dimitri",
          "Elif",
          "Esperanza",
          "Farah",
          "Gabriel",
          "Hana",
          "Ibrahim",
          "Ingrid",
          "Jamal",
          "Joy",
          "Kateryna",
          "Kofi",
          "Lena",
          "Luis",
          "Maeve",
          "Mateo",
          "Mei",
          "Nadia",
          "Noah",
          "Olga",
          "Oscar",
          "Priya",
          "Quentin",
          "Rosa",
          "Samuel",
          "Tamika",
          "Tomás",
          "Uma",
          "Viktor",
          "Wanda",
          "Xiomara",
          "Yusuf",
          "Zoë");
  private static final List<String> LAST =
      List.of(
          "Abbott",
          "Adeyemi",
          "Almeida",
          "Becker",
          "Bianchi",
          "Castillo",
          "Chowdhury",
          "Dubois",
          "Eriksen",
          "Fitzgerald",
          "Garcia",
          "Goldberg",
          "Haddad",
          "Hoang",
          "Iyer",
          "Jackson",
          "Kaplan",
          "Kim",
          "Kowalski",
          "Larsen",
          "Mbeki",
          "McAllister",
          "Moreau",
          "Nakamura",
          "Núñez",
          "O'Brien",
          "Okafor",
          "Petrov",
          "Quinn",
          "Reyes",
          "Rossi",
          "Sato",
          "Singh",
          "Thompson",
          "Ueda",
          "Vasquez",
          "Washington",
          "Xu",
          "Yilmaz",
          "Zielinski");

  private Names() {}

  /// A first and a last name.
  record Name(String first, String last) {

    /// An address of the reserved domain `example`, made from the name.
    String email(int place) {
      return ascii(first) + "." + ascii(last) + (place + 1) + "@mail.example";
    }

    private static String ascii(String name) {
      return Normalizer.normalize(name, Normalizer.Form.NFD)
          .replaceAll("[^A-Za-z]", "")
          .toLowerCase(Locale.ROOT);
    }
  }

  /// A name for the person in a place. No name comes twice among the first 1,600.
  static Name draw(int place, Seed seed) {
    int shift = seed.about("names").nextInt(FIRST.size());
    int round = place / FIRST.size();
    var first = FIRST.get((place * 7 + shift) % FIRST.size());
    var last = LAST.get((place * 11 + shift * 3 + round) % LAST.size());
    return new Name(first, last);
  }

  /// A number ending in 555-0100 to 555-0199, which no telephone company gives out. There are 100
  /// in each area, and the areas are counted up from 301.
  static String phone(int place) {
    return String.format(Locale.ROOT, "+1%d55501%02d", 301 + place / 100, place % 100);
  }
}
