#include "report/log_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

/// A sentence whose label is shown in every style.
void put_labelled(Page& page, const std::string& label, const std::string& text) {
  page.sentence(label, page.plain() ? text : label + ": " + text);
}

}  // namespace

std::string words(const Inventory& inventory) {
  return count_of(inventory.sessions.size(), "session") + ", " +
         count_of(inventory.checkins.size(), "check-in") + ", " +
         count_of(inventory.lifters.size(), "lifter");
}

std::string size_words(std::uintmax_t bytes) {
  constexpr double kib = 1024;
  const auto size = static_cast<double>(bytes);
  if (size < kib * kib) return fmt::format("{:.0f} KiB", std::max(1.0, size / kib));
  if (size < kib * kib * kib) return fmt::format("{:.1f} MiB", size / kib / kib);
  return fmt::format("{:.1f} GiB", size / kib / kib / kib);
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+,:@%";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) {
    return std::string{text};
  }
  std::string quoted = "'";
  for (const char each : text) {
    if (each == '\'') quoted += "'\\'";
    quoted += each;
  }
  return escaped_for_terminal(quoted + "'");
}

std::string text(const BackupMade& backup, const Style& style) {
  Page page{style};
  const std::string path = escaped_for_terminal(backup.path);
  const std::string holds = words(backup.inventory) + " (" + size_words(backup.bytes) + ")";
  if (backup.made) {
    page.line(page.plain() ? "backed up: " : "Backed up: ", holds + ".");
  } else {
    page.statement("backed up", "Nothing new since the last backup: " + holds + ".");
  }
  page.verbatim("file", "", path);
  page.verbatim("to go back",
                "to go back: ", style.hinge + " restore " + shell_word(backup.restored_as));
  if (!backup.removed.empty()) {
    put_labelled(page, "let go", count_of(backup.removed.size(), "older backup"));
  }
  return page.str();
}

std::string json(const BackupMade& backup) {
  Json object = document("backup");
  object["path"] = backup.path;
  object["restore"] = backup.restored_as;
  object["bytes"] = backup.bytes;
  object["made"] = backup.made;
  object["lifters"] = backup.inventory.lifters.size();
  object["sessions"] = backup.inventory.sessions.size();
  object["checkins"] = backup.inventory.checkins.size();
  object["screens"] = backup.inventory.screens.size();
  object["removed"] = backup.removed;
  return written(object);
}

}  // namespace hinge::report
