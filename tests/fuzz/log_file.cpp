// "Open this database": any file in a log's place is refused with a reason, or what is read from it
// is what was logged. The input is the file itself or, after a first byte of 'p', patches of a good
// log: three bytes each, where (big endian) and what.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "folder.hpp"
#include "hinge/error.hpp"
#include "hinge/log_file.hpp"
#include "hinge/store.hpp"
#include "oracle.hpp"

namespace fs = std::filesystem;
using hinge::fuzz::must;

namespace {

constexpr std::chrono::milliseconds no_wait{0};

hinge::Session session(hinge::Date day) {
  hinge::Session made;
  made.when = {day, hinge::Minutes{18 * 60}};
  made.utc_offset = hinge::Minutes{60};
  made.note = "felt good";
  hinge::Set set;
  set.weight = {hinge::Load::of(140'000, hinge::Unit::kg), hinge::Unit::kg};
  set.reps = 5;
  made.sets.assign(3, set);
  return made;
}

hinge::History history_of(const fs::path& log) {
  return hinge::Store::open(log, hinge::Access::read, no_wait).history("me", hinge::Date{});
}

struct GoodLog {
  std::string bytes;
  hinge::History history;
};

GoodLog make_good_log(const fs::path& path) {
  auto store = hinge::Store::open(path, hinge::Access::create, no_wait);
  auto writing = store.begin("log", "2026-11-20T18:00:00+01:00");
  hinge::Lifter me;
  me.id = "me";
  writing.put(me);
  const hinge::Date first = std::chrono::sys_days{std::chrono::year{2026} / 10 / 1};
  for (int day = 0; day < 20; ++day) {
    writing.add("me", session(first + std::chrono::days{2 * day}));
    hinge::CheckIn checkin;
    checkin.when.date = first + std::chrono::days{2 * day + 1};
    writing.add("me", checkin);
  }
  writing.commit();
  std::ifstream file(path, std::ios::binary);
  return {{std::istreambuf_iterator<char>(file), {}}, history_of(path)};
}

std::string patched(std::string bytes, std::string_view patches) {
  for (; patches.size() >= 3; patches.remove_prefix(3)) {
    const std::size_t where =
        static_cast<unsigned char>(patches[0]) * 256U + static_cast<unsigned char>(patches[1]);
    bytes[where % bytes.size()] = patches[2];
  }
  return bytes;
}

void must_be_about_the_file(const hinge::Error& error) {
  const bool about_it = error.kind() == hinge::ErrorKind::database ||
                        error.kind() == hinge::ErrorKind::busy ||
                        error.kind() == hinge::ErrorKind::not_found;
  must(about_it, "a refusal is of the file, or there is no such lifter in it");
  must(error.what()[0] != '\0', "a refusal says why");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const hinge::fuzz::Folder folder;
  static const GoodLog good = make_good_log(folder.log());
  const auto input = hinge::fuzz::text_of(data, size);
  const bool patches = input.substr(0, 1) == "p";
  std::ofstream(folder.log(), std::ios::binary | std::ios::trunc)
      << (patches ? patched(good.bytes, input.substr(1)) : std::string(input));
  try {
    const auto read = history_of(folder.log());
    if (patches) must(read == good.history, "what is read is what was logged");
  } catch (const hinge::Error& error) {
    must_be_about_the_file(error);
  }
  try {
    (void)hinge::examine(folder.log(), no_wait);
  } catch (const hinge::Error& error) {
    must_be_about_the_file(error);
  }
  return 0;
}
