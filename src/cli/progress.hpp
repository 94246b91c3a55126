#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/invocation.hpp"

namespace hinge::cli {

/// A line on stderr that says how far a long command is: on a terminal only, not before a second
/// has gone by, and gone with the object.
class ProgressLine {
 public:
  /// `doing` is what precedes the number, `what` what follows it: "looked at 12 records". -q
  /// silences it.
  explicit ProgressLine(Invocation& call, std::string doing, std::string what = "records");
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();

  void operator()(std::size_t done);
  /// One record more is done; the clock is looked at now and then.
  void step() {
    constexpr std::size_t between_looks = 1024;
    if (++done_ % between_looks == 0) (*this)(done_);
  }
  /// The same of what takes long itself: the clock is looked at each time.
  void long_step() { (*this)(++done_); }

 private:
  Invocation& call_;
  std::string doing_;
  std::string what_;
  std::chrono::steady_clock::time_point next_;
  std::size_t done_ = 0;   ///< counted by `step`
  std::size_t shown_ = 0;  ///< columns on the terminal now
};

}  // namespace hinge::cli
