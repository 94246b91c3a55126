// The set notation: whatever is accepted is in range, and written out it reads back as the same.
#include "domain/notation.hpp"

#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

namespace {

void check(const hinge::Set& set) {
  must(set.weight.load >= hinge::Load{}, "no load is negative");
  must(set.reps >= 0 && set.reps <= 9999, "reps can be counted");
  must(set.reps > 0 || set.failed, "a set without a good rep has a missed one");
  if (set.rpe) must(*set.rpe >= 5 && *set.rpe <= 10, "an RPE is 5 to 10");
}

void check(std::string_view text, hinge::Unit unit, bool force) {
  const auto loading = hinge::Loading::standard(unit);
  try {
    const auto read = hinge::read_sets(text, loading, {}, force);
    must(!read.sets.empty(), "what is accepted has a set");
    for (const auto& set : read.sets) check(set);
    const auto written = hinge::write_sets(read.sets);
    const auto again = hinge::read_sets(written, loading, {}, true);
    must(again.sets == read.sets, "sets written out read back as the same");
    must(!again.any_bare_load, "sets are written with their units");
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::usage, "bad notation is a usage error");
    must(*error.what() != '\0', "a refusal says why");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = hinge::fuzz::text_of(data, size);
  for (const auto unit : {hinge::Unit::kg, hinge::Unit::lb}) {
    check(text, unit, false);
    check(text, unit, true);
  }
  return 0;
}
