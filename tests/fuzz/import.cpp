// An import from end to end, from the file into the log: any file is refused with a reason or
// accounted for, row by row, and the log keeps what it brought and knows it when it comes again.
#include "exchange/import.hpp"

#include <sstream>
#include <string>

#include "folder.hpp"
#include "hinge/error.hpp"
#include "hinge/store.hpp"
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

/// A log of nobody's, which takes every import and keeps none.
class Log {
 public:
  Log() : store_(hinge::Store::open(folder_.log(), hinge::Access::create, {})) {
    auto writing = store_.begin("lifter", at);
    hinge::Lifter me;
    me.id = "me";
    writing.put(me);
    writing.commit();
  }

  void take(const hinge::exchange::ImportFile& file) {
    if (file.sessions.empty() && file.checkins.empty()) return;
    auto writing = store_.begin("import", at);
    for (const auto& session : file.sessions) take(writing, session, file.app);
    for (const auto& checkin : file.checkins) take(writing, checkin, file.app);
  }

 private:
  static constexpr const char* at = "2026-11-20T18:00:00+01:00";

  template <class What>
  static void take(hinge::Store::Writing& writing, const hinge::exchange::Imported<What>& brought,
                   hinge::exchange::App app) {
    using hinge::Arrival;
    const auto [arrival, id] = writing.add("me", brought.what, brought.key);
    const bool own = app == hinge::exchange::App::hinge;
    must(own || arrival == Arrival::added, "other apps' sessions have each their own key");
    if (arrival != Arrival::added) return;
    const auto kept = writing.find(name_of(brought.what, id));
    must(kept.has_value(), "what was stored is found by its name");
    What read = std::get<What>(kept->what);
    read.id = brought.what.id;
    must(read == brought.what, "what is read is what was brought");
    const auto again = writing.add("me", brought.what, brought.key);
    must(again.arrival == Arrival::same && again.id == id, "brought again it is the same");
  }

  static std::string name_of(const hinge::Session&, std::int64_t id) {
    return hinge::session_name(id);
  }
  static std::string name_of(const hinge::CheckIn&, std::int64_t id) {
    return hinge::checkin_name(id);
  }

  hinge::fuzz::Folder folder_;
  hinge::Store store_;
};

void import(const std::string& text, const hinge::exchange::ImportOptions& options, Log& log) {
  std::istringstream in(text);
  try {
    const auto file = hinge::exchange::read_import(in, options);
    check(file);
    log.take(file);
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a bad file is bad data");
    must(*error.what() != '\0', "a refusal says why");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Log log;
  const std::string text(hinge::fuzz::text_of(data, size));
  hinge::exchange::ImportOptions options;
  options.utc_offset_at = [](const hinge::Moment&) { return hinge::Minutes{-300}; };
  for (const auto unit : {hinge::Unit::kg, hinge::Unit::lb}) {
    options.unit = unit;
    import(text, options, log);
  }
  options.from = hinge::exchange::App::csv;
  options.take_as = "deadlift";
  import(text, options, log);
  return 0;
}
