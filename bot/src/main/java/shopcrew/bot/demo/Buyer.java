package shopcrew.bot.demo;

import java.time.LocalDate;
import java.util.List;

/// One customer, and how often and until when the generator lets them buy.
record Buyer(
    String id,
    String name,
    String company,
    String type,
    String phone,
    String email,
    String country,
    String province,
    String city,
    String address,
    String language,
    String source,
    LocalDate registered,
    String note,
    int weight,
    LocalDate until) {
  static final List<String> COLUMNS =
      List.of(
          "customer_id",
          "name",
          "company",
          "type",
          "phone",
          "email",
          "country",
          "province",
          "city",
          "address",
          "language",
          "source",
          "registered_at",
          "note");

  List<?> row() {
    return List.of(
        id,
        name,
        company,
        type,
        phone,
        email,
        country,
        province,
        city,
        address,
        language,
        source,
        registered,
        note);
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  boolean trade() {
    return is("wholesale") || is("reseller");
  }

  boolean remote() {
    return province.equals("新疆") || province.equals("西藏");
  }
}
