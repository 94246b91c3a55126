// A history as JSON, as `suggest-json` reads it: refused as bad data, or within the limits of what
// a log can hold.
#include "exchange/history_json.hpp"
#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

namespace {

void check(const hinge::Session& session) {
  must(!session.lift.empty() && !session.sets.empty(), "a session has a lift and sets");
  must(session.sets.size() <= 1000, "sets are capped");
  for (const auto& set : session.sets) {
    must(set.weight.load >= hinge::Load{}, "no load is negative");
    must(set.reps >= 0 && set.reps <= 1000, "reps can be counted");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto asked = hinge::exchange::read_asked_history(hinge::fuzz::text_of(data, size));
    for (const auto& session : asked.history.sessions) check(session);
    for (const auto& checkin : asked.history.checkins) {
      must(hinge::contradiction_in(checkin).empty(), "a check-in does not contradict itself");
    }
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a refusal is of the data");
    must(error.what()[0] != '\0', "a refusal says why");
  }
  return 0;
}
