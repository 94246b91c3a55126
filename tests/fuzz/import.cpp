// An import from end to end: any file is refused with a reason or accounted for, row by row.
#include "exchange/import.hpp"

#include <sstream>
#include <string>

#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

namespace {

void check(const hinge::exchange::ImportFile& file) {
  must(file.set_rows <= file.rows, "only rows become sets");
  std::size_t sets = 0;
  for (const auto& [session, key, line] : file.sessions) {
    must(!key.empty() && line > 0, "a session is known again, and has a line");
    must(!session.lift.empty() && !session.sets.empty(), "a session has a lift and sets");
    sets += session.sets.size();
    for (const auto& set : session.sets) {
      must(set.weight.load >= hinge::Load{}, "no load is negative");
      must(set.reps >= 0, "no reps are negative");
      if (set.rpe) must(*set.rpe >= 1 && *set.rpe <= 10, "an RPE is at most 10");
    }
  }
  // A row of one's own table may say that its set was done more than once.
  const bool counted =
      file.app == hinge::exchange::App::csv ? sets >= file.set_rows : sets == file.set_rows;
  must(file.unit_missing || counted, "each row that became a set is one");
  for (const auto& [checkin, key, line] : file.checkins) {
    must(!key.empty() && line > 0, "a check-in is known again, and has a line");
    must(hinge::contradiction_in(checkin).empty(), "a check-in does not contradict itself");
  }
  for (const auto& bad : file.bad) must(bad.line > 0 && !bad.reason.empty(), "a bad row says why");
}

void import(const std::string& text, const hinge::exchange::ImportOptions& options) {
  std::istringstream in(text);
  try {
    check(hinge::exchange::read_import(in, options));
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a bad file is bad data");
    must(*error.what() != '\0', "a refusal says why");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(hinge::fuzz::text_of(data, size));
  hinge::exchange::ImportOptions options;
  options.utc_offset_at = [](const hinge::Moment&) { return hinge::Minutes{-300}; };
  for (const auto unit : {hinge::Unit::kg, hinge::Unit::lb}) {
    options.unit = unit;
    import(text, options);
  }
  options.from = hinge::exchange::App::csv;
  options.take_as = "deadlift";
  import(text, options);
  return 0;
}
