#pragma once

#include <string>
#include <vector>

#include "cli/invocation.hpp"

namespace hinge::cli {

/// One word that may stand at the cursor, and what it means in a few words.
struct Candidate {
  std::string word;
  std::string meaning;
};

/// What may stand at the cursor.
struct Completion {
  std::vector<Candidate> candidates;
  bool files = false;  ///< the name of a file too: the shell knows those
};

/// What may stand where the last of `words` (all that follows `hinge`) is being typed; it is what
/// has been typed of it, perhaps nothing. Never fails: where the log can't be read, it knows less.
[[nodiscard]] Completion complete(Invocation& call, const std::vector<std::string>& words);

}  // namespace hinge::cli
