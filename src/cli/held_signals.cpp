#include "cli/held_signals.hpp"

#include <algorithm>
#include <array>

namespace hinge::cli {
namespace {

constexpr std::array held = {SIGINT, SIGTERM, SIGHUP};

}  // namespace

HeldSignals::HeldSignals() {
  sigset_t ours;
  sigemptyset(&ours);
  for (const int signal : held) sigaddset(&ours, signal);
  sigprocmask(SIG_BLOCK, &ours, &before_);
}

HeldSignals::~HeldSignals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

bool HeldSignals::any_waits() {
  sigset_t waiting;
  if (sigpending(&waiting) != 0) return false;
  return std::any_of(held.begin(), held.end(),
                     [&](int signal) { return sigismember(&waiting, signal) == 1; });
}

}  // namespace hinge::cli
