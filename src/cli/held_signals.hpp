#pragma once

#include <csignal>

namespace hinge::cli {

/// While it lives, what ends a process politely (Ctrl-C, kill, a closed terminal) waits, so that
/// nothing half-made is left behind; it arrives when this goes. Meanwhile ask now and then.
class HeldSignals {
 public:
  HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals();

  /// Whether one waits.
  [[nodiscard]] static bool any_waits();

 private:
  sigset_t before_{};
};

}  // namespace hinge::cli
