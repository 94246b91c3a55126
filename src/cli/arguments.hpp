#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace hinge::cli {

/// What stood on the command line, by the names of the option table.
class Arguments {
 public:
  /// The values of the options that stood there; a flag has none.
  using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

  Arguments() = default;
  Arguments(Options options, std::vector<std::string> operands)
      : options_(std::move(options)), operands_(std::move(operands)) {}

  [[nodiscard]] bool has(std::string_view option) const;
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

 private:
  Options options_;
  std::vector<std::string> operands_;
};

/// The command line taken apart: which command, and what follows its name.
struct CommandLine {
  const CommandSpec* command = nullptr;  ///< none: bare `hinge`
  std::vector<std::string> arguments;    ///< all but the command's words
};

/// Finds the command among `args`; the global options may stand before it. Throws Error{usage} with
/// `did you mean` for an unknown one.
[[nodiscard]] CommandLine find_command_in(const std::vector<std::string>& args);

/// Reads `args` by the command's options and the global ones. Throws Error{usage} for an unknown
/// option, a missing or needless value, a value that is no choice, an option given twice, and too
/// many operands.
[[nodiscard]] Arguments parse_arguments(const CommandSpec& command,
                                        const std::vector<std::string>& args);

}  // namespace hinge::cli
