#include "report/purged.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {

std::string words(const Erased& erased) {
  std::vector<std::string> parts;
  if (!erased.lifter.empty()) parts.push_back(escaped_for_terminal(erased.lifter));
  const auto put = [&parts](std::int64_t count, std::string_view noun) {
    if (count > 0) parts.push_back(count_of(static_cast<std::size_t>(count), noun));
  };
  put(erased.settings, "lifter");
  put(erased.sessions, "session");
  put(erased.checkins, "check-in");
  put(erased.screens, "screen");
  if (parts.empty()) return "nothing";
  std::string what = erased.earlier ? "the earlier versions of " : "";
  what += listed(parts);
  return erased.names.empty() ? what : fmt::format("{} ({})", what, fmt::join(erased.names, ", "));
}

std::string text(const Erased& erased, const Style& style) {
  Page page{style};
  if (words(erased) == "nothing") {
    page.statement("erased", "Nothing to erase.");
    return page.str();
  }
  page.record({"erased", words(erased), "erased  "},
              {{"undo", "none, it is gone for good", words(erased) + ", for good: no undo"}});
  page.sentence("backups", "Backups and exports made before still hold it.");
  return page.str();
}

std::string json(const Erased& erased) {
  Json object = document("purge");
  object["earlier"] = erased.earlier;
  object["lifter"] = json_text(erased.lifter);
  object["settings"] = erased.settings;
  object["sessions"] = erased.sessions;
  object["checkins"] = erased.checkins;
  object["screens"] = erased.screens;
  return written(object);
}

}  // namespace hinge::report
