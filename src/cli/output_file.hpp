#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/held_signals.hpp"
#include "cli/invocation.hpp"

namespace hinge::cli {

inline constexpr OptionSpec output_option{"output", 'o', "FILE", "into this file, all or nothing"};

/// An answer on its way to stdout or into a file. What goes into a file is written to a new one in
/// the same folder, 0600, and takes its name by `commit`, durably: whatever happens, and whatever
/// is killed, there is the old file or the whole new one. A file that holds the same already is
/// left alone. Ctrl-C and the like leave no new file behind.
///
/// Everything throws Error{output} where it can't be done; the old file is untouched then.
class Output {
 public:
  /// To `out`.
  explicit Output(std::ostream& out) : out_(&out) {}
  /// Into the file `path`; missing folders are made, 0700. Refuses folders, pipes, devices, links
  /// to nowhere, and databases, which an answer must never take the place of.
  explicit Output(const std::string& path);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Leaves no new file behind unless it was committed.
  ~Output();

  void write(std::string_view text);
  /// Call it once, last. A stream is flushed by whoever owns it.
  void commit();

 private:
  void put_in_place();

  void leave_nothing();
  /// Ends the process where it was asked to end, without the new file.
  void heed_signals();

  std::optional<HeldSignals> held_;  ///< first: what waits arrives when the new file is gone
  std::ostream* out_ = nullptr;
  std::string path_;   ///< the file meant, with links resolved
  std::string draft_;  ///< the new one; empty once it is gone or in its place
  int descriptor_ = -1;
};

/// Whether there is a file of SQLite's at `path`, whole or not.
[[nodiscard]] bool begins_as_a_database(const std::string& path);

/// `pattern` with `{name}` replaced by the value of that name. Throws Error{usage} with `did you
/// mean` for a name there is no value for, and for a brace that stands alone.
[[nodiscard]] std::string filled_pattern(std::string_view pattern,
                                         const std::map<std::string_view, std::string>& values);

/// Whether -o asks for a file a lifter. Throws as `filled_pattern` where it asks for more than
/// {lifter} and {week}: once, and before anything is written.
[[nodiscard]] bool is_per_lifter(const Invocation& call);

/// Where -o says, a pattern of `{lifter}` and `{week}` that `values` fill; stdout without it, or
/// with `-o -`.
[[nodiscard]] Output output_for(Invocation& call,
                                const std::map<std::string_view, std::string>& values);

}  // namespace hinge::cli
