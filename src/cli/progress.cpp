#include "cli/progress.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace hinge::cli {
namespace {

using std::chrono::steady_clock;
constexpr auto before_the_first = std::chrono::seconds{1};
constexpr auto between = std::chrono::milliseconds{200};

}  // namespace

ProgressLine::ProgressLine(Invocation& call, std::string doing, std::string what)
    : call_(call),
      doing_(std::move(doing)),
      what_(std::move(what)),
      next_(steady_clock::now() + before_the_first) {}

ProgressLine::~ProgressLine() {
  if (shown_ > 0) call_.context.err << '\r' << std::string(shown_, ' ') << '\r' << std::flush;
}

void ProgressLine::operator()(std::size_t done) {
  if (!call_.context.terminal.err || call_.globals.quiet || steady_clock::now() < next_) return;
  next_ = steady_clock::now() + between;
  const std::string line = fmt::format("{} {} {} ...", doing_, done, what_);
  call_.context.err << '\r' << line << std::flush;
  shown_ = line.size();
}

}  // namespace hinge::cli
