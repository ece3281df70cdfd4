package shopcrew.prompts;

import java.util.List;
import java.util.regex.Pattern;

/// What people say when they want one thing: wordings to learn from, patterns that settle it, and
/// the tool that does it.
///
/// @param role the role's folder
/// @param intent the trade's word for the wish
/// @param tool the tool method that answers it
public record Phrase(
    String role, String intent, String tool, List<String> wordings, List<Pattern> patterns) {}
