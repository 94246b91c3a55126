// Another app's export: any rows below its header are accounted for, and what became of them is in
// range. The first byte says whose header it is and how it is read, the rest are the rows.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <numeric>
#include <sstream>
#include <string>

#include "domain/lifts.hpp"
#include "domain/text.hpp"
#include "exchange/app_table.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/import.hpp"
#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::exchange::ImportFile;
using hinge::exchange::ImportOptions;
using hinge::fuzz::must;

namespace {

/// The names that an app gives its columns in English.
std::string header_of(hinge::exchange::App app) {
  std::string header;
  auto last = hinge::exchange::Field::other;
  for (const auto& row : hinge::exchange::app_table::apps()) {
    if (row.app != app) continue;
    for (const auto& [name, field] : row.names) {
      if (field != last) (header += header.empty() ? "" : ",") += name;
      last = field;
    }
  }
  return header;
}

/// A header and how the rows below it are read: one of four apps in one of three units, with or
/// without a lift for the deadlifts that nobody knows, with or without a last day.
struct Case {
  std::string header;
  ImportOptions options;
};
constexpr std::size_t case_count = 48;

Case case_of(unsigned number) {
  using hinge::exchange::App;
  constexpr std::array apps = {App::strong, App::hevy, App::fitnotes, App::liftosaur};
  constexpr auto app_count = static_cast<unsigned>(apps.size());
  Case one;
  one.options.from = apps.at(number % app_count);
  one.header = header_of(*one.options.from);
  number /= app_count;
  if (number % 3 > 0) one.options.unit = number % 3 == 1 ? hinge::Unit::kg : hinge::Unit::lb;
  number /= 3;
  if (number % 2 > 0) one.options.take_as = "deadlift";
  number /= 2;
  if (number % 2 > 0) one.options.today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20};
  one.options.utc_offset_at = [](const hinge::Moment&) { return hinge::Minutes{-300}; };
  return one;
}

std::size_t total(const std::map<std::string, std::size_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                         [](std::size_t sum, const auto& row) { return sum + row.second; });
}

void check_words(std::string_view words, std::size_t most) {
  must(!words.empty() && words.size() <= most, "words are there, and not without end");
  must(hinge::is_valid_utf8(words), "words are UTF-8");
}

void check(const hinge::Set& set) {
  must(set.weight.load > hinge::Load{}, "what was lifted weighs something");
  must(set.weight.load <= hinge::Load::of(10'000'000, set.weight.unit), "and less than 10 t");
  must(set.reps >= 1 && set.reps <= 999, "reps are within the notation's");
  if (set.rpe) must(*set.rpe >= 5 && *set.rpe <= 10, "an RPE is 5 to 10");
}

std::size_t check_sessions(const ImportFile& file) {
  std::size_t sets = 0;
  const auto* last = &file.sessions.front().what.when.date;
  for (const auto& [session, key, line] : file.sessions) {
    must(hinge::find_lift(session.lift) != nullptr, "a session's lift is known");
    must(session.when.date >= *last, "sessions come in the order of their days");
    last = &session.when.date;
    must(line > 1, "a session has a line below the header");
    check_words(key, hinge::exchange::longest_field + 100);
    must(session.note.size() <= 4000 && hinge::is_valid_utf8(session.note), "a note is one");
    must(!session.sets.empty() && session.sets.size() <= 1000, "sets are capped");
    for (const auto& set : session.sets) check(set);
    sets += session.sets.size();
  }
  return sets;
}

void check(const ImportFile& file) {
  const std::size_t accounted = file.set_rows + file.bad.size() + total(file.skipped) +
                                total(file.ignored) + total(file.unknown);
  must(accounted == file.rows, "each row became a set, or was left out for one reason");
  must(file.checkins.empty() && file.checkin_rows == 0, "other apps know no check-ins");
  for (const auto& bad : file.bad) {
    must(bad.line > 1, "a bad row has a line below the header");
    check_words(bad.reason, 1000);
  }
  if (file.unit_missing) {
    must(file.sessions.empty(), "without a unit there is nothing but the account");
    return;
  }
  const std::size_t sets = file.sessions.empty() ? 0 : check_sessions(file);
  must(sets == file.set_rows, "each row that became a set is one");
  must(sets == file.sets_in_kg + file.sets_in_lb, "each set has its unit");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto cases = [] {
    std::array<Case, case_count> all;
    for (unsigned i = 0; i < all.size(); ++i) all.at(i) = case_of(i);
    return all;
  }();
  if (size == 0) return 0;
  const auto& [header, options] = cases.at(*data % case_count);
  std::string text = header + '\n';
  text += hinge::fuzz::text_of(data + 1, size - 1);
  std::istringstream in(text);
  try {
    check(hinge::exchange::read_import(in, options));
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a bad file is bad data");
    must(error.what()[0] != '\0', "a refusal says why");
  }
  return 0;
}
