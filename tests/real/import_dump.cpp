// Prints what an export was read as, a line a session, for exports.py to hold against its own
// reading: import_dump FILE [kg|lb].

#include <cstdio>
#include <fstream>
#include <numeric>
#include <optional>
#include <string>

#include "exchange/import.hpp"
#include "hinge/error.hpp"

namespace {

using hinge::Set;
using hinge::SetKind;

std::string text_of(const Set& set) {
  std::string text = hinge::number_in(set.weight.unit, set.weight.load) +
                     hinge::to_string(set.weight.unit) + "x" + std::to_string(set.reps);
  if (set.rpe) text += "@" + hinge::to_string(*set.rpe);
  if (set.kind == SetKind::warmup) text += "w";
  if (set.kind == SetKind::outlier) text += "!";
  return text;
}

std::size_t total(const std::map<std::string, std::size_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0},
                         [](std::size_t sum, const auto& count) { return sum + count.second; });
}

void print(const hinge::exchange::ImportFile& file) {
  std::printf("%s rows=%zu sets=%zu skipped=%zu ignored=%zu unknown=%zu bad=%zu unit_missing=%d\n",
              std::string(to_string(file.app)).c_str(), file.rows, file.set_rows,
              total(file.skipped), total(file.ignored), total(file.unknown), file.bad.size(),
              file.unit_missing ? 1 : 0);
  for (const auto& session : file.sessions) {
    std::printf("%s %s line=%zu", hinge::to_string(session.what.when).c_str(),
                session.what.lift.c_str(), session.line);
    for (const Set& set : session.what.sets) std::printf(" %s", text_of(set).c_str());
    std::printf("\n");
  }
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  std::ifstream in(words[1], std::ios::binary);
  hinge::exchange::ImportOptions options;
  if (count > 2) options.unit = std::string(words[2]) == "kg" ? hinge::Unit::kg : hinge::Unit::lb;
  try {
    print(read_import(in, options));
  } catch (const hinge::Error& error) {
    std::printf("refused: %s\n", error.what());
    return 4;
  }
  return 0;
}
