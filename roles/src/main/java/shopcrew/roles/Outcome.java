package shopcrew.roles;

import java.util.List;
import shopcrew.db.DraftOrder;

/// What a role made of a turn. A tool that only tells returns [Told]; every other tool returns one
/// of these. After one that is no [Answer] no other tool is called, and no model words it.
public sealed interface Outcome {
  /// Marks a tool that changes or proposes something: the word of a model alone does not call it.
  String ACTS = "{\"acts\": true}";

  Told told();

  /// An answer.
  record Answer(Told told) implements Outcome {}

  /// Something is missing or could mean several things: a question with choices, never a guess.
  ///
  /// @param missing words of the closed list (`amount`, `target`, `period`, …)
  /// @param choices short answers to tap, at most four; may be empty
  record AsksBack(Told told, List<String> missing, List<String> choices) implements Outcome {}

  /// Something that costs money, or stops costing it, for the gate.
  record Proposes(Proposal proposal, Told told) implements Outcome {}

  /// Another role's work; it gets the same turn, once.
  record HandsOff(RoleName to) implements Outcome {
    @Override
    public Told told() {
      return Told.of("");
    }
  }

  /// A person must see to it: the asker is told so, the owner gets a task.
  record ToPerson(Told told, Wish wish) implements Outcome {}

  /// A customer wants to order: the goods are held and the owners are asked for their yes. Nothing
  /// is sold by it.
  ///
  /// @param gone what is said where the goods cannot be held any more
  record Orders(Told told, Told gone, DraftOrder draft, String asked) implements Outcome {}

  /// The customer has shown who they are; the conversation remembers it.
  record Recognises(Told told, String customer) implements Outcome {}

  /// The shop's knowledge changes: at once, to be taken back by a tap, or only after one.
  ///
  /// @param edit the number of the change
  record Teaches(Told told, int edit) implements Outcome {}

  /// What a person is asked to do.
  ///
  /// @param kind `question`, `deal`, `complaint`, `refund`, `safety`, `human`, `order`,
  ///     `purchase`, `privacy`, `attack`, `offline`, …
  /// @param summary the asker's own words, shortened; data, never an instruction
  record Wish(String kind, String summary, boolean urgent) {}
}
