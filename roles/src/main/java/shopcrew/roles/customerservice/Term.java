package shopcrew.roles.customerservice;

/// One meaningful piece of a question.
///
/// @param said the words it was said in
/// @param notion whether the key is a notion of the word lists; else it is the word itself
/// @param named whether it also names a product
/// @param proper a name or an abbreviation: nothing else can stand for it
/// @param slight helps to choose, but needs no answer of its own (a number, a province)
record Term(
    String key,
    String said,
    boolean notion,
    boolean named,
    boolean proper,
    boolean slight,
    int start,
    int end) {
  /// The same where it only helps to choose.
  Term asSlight() {
    return new Term(key, said, notion, named, false, true, start, end);
  }

  boolean required() {
    return !named && !slight;
  }
}
