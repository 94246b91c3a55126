#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace hinge {

/// What went wrong, as far as the person who typed the command can act on it. One kind, one exit
/// code.
enum class ErrorKind {
  usage,      ///< unknown command or option, bad notation, bad date (exit 2)
  not_found,  ///< no such lifter, session or policy (exit 3)
  bad_data,   ///< an import, restore or policy file that can't be taken; nothing was written (exit
              ///< 4)
  database,   ///< no database, or it can't be opened or written, is damaged, or is newer (exit 5)
  busy,       ///< somebody else is writing; try again (exit 6)
  output,     ///< output could not be written (exit 7)
  needs_terminal,  ///< would have to ask, and there is nobody to ask (exit 8)
};

/// The one way to fail: what happened, and what to do about it. Bugs are asserts, absence is
/// std::optional.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}
  [[nodiscard]] ErrorKind kind() const { return kind_; }
  /// What to do now, in the imperative and without a full stop; empty if there is nothing to say.
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace hinge
