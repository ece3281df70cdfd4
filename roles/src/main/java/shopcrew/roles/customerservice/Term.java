package shopcrew.roles.customerservice;

/// One meaningful piece of a question.
///
/// @param notion whether the key is a notion of the word lists; else it is the word itself
/// @param named whether it also names a product
/// @param proper a name or an abbreviation: nothing else can stand for it
/// @param slight helps to choose, but needs no answer of its own (a number, a province)
record Term(
    String key, boolean notion, boolean named, boolean proper, boolean slight, int start, int end) {
  boolean required() {
    return !named && !slight;
  }
}
