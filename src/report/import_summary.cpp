#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "domain/text.hpp"
#include "report/json_values.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

std::size_t total(const std::map<std::string, std::size_t>& counts) {
  std::size_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

/// "Bench Press 40, Squat 12".
std::string named(const std::map<std::string, std::size_t>& counts) {
  std::string out;
  for (const auto& [name, count] : counts) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", escaped_for_terminal(name), count);
  }
  return out;
}

std::string added_words(const ImportSummary& summary, Date today) {
  std::string out = count_of(summary.sessions_added, "session");
  if (summary.first && summary.last) {
    out += ", " + day(*summary.first, today) + " to " + day(*summary.last, today);
  }
  if (summary.checkins_added > 0) out += "; " + count_of(summary.checkins_added, "check-in");
  return out;
}

std::vector<Fact> account(const ImportSummary& summary, Date today, const Style& style) {
  std::vector<Fact> facts = {
      {"rows", fmt::format("{} read, {} of them sets", summary.rows, summary.set_rows), {}},
      {summary.dry_run ? "would add" : "added", added_words(summary, today), {}},
      {"same", fmt::format("{}, here already", summary.same), {}}};
  const auto add = [&facts](bool wanted, std::string label, std::string value) {
    if (wanted) facts.push_back({std::move(label), std::move(value), {}});
  };
  add(summary.changed > 0, "changed",
      fmt::format("{}, other than in the import before: {}", summary.changed,
                  summary.dry_run ? "to be replaced" : "replaced"));
  add(summary.outliers > 0, "outliers",
      fmt::format("{}, far off the usual: kept, never used as a reference",
                  count_of(summary.outliers, "set")));
  add(summary.twice > 0, "twice",
      fmt::format("{} with sets that the log had of that lift and day already, by hand or from "
                  "another app. The same training? hinge delete takes one of them out",
                  count_of(summary.twice, "session")));
  add(summary.rpes_dropped > 0, "no RPE",
      fmt::format("{} kept without one: theirs was not 5 to 10 in halves",
                  count_of(summary.rpes_dropped, "set")));
  add(!summary.skipped.empty(), "skipped",
      count_of(total(summary.skipped), "row") + ": " + named(summary.skipped));
  add(!summary.bad.empty(), "bad", count_of(summary.bad.size(), "row") + " left out");
  add(!summary.unknown.empty(), "unknown",
      named(summary.unknown) + "; take them as a lift with --lift NAME");
  add(!summary.unmapped.empty(), "unmapped",
      "nothing was taken from " + escaped_for_terminal(listed(summary.unmapped)));
  add(!summary.ignored.empty(), "ignored",
      fmt::format("{} of {}: {}", count_of(total(summary.ignored), "row"),
                  count_of(summary.ignored.size(), "other exercise"), named(summary.ignored)));
  add(!summary.dry_run && summary.sessions_added + summary.checkins_added > 0, "undo",
      style.hinge + " undo");
  return facts;
}

Json counts(const std::map<std::string, std::size_t>& by_name) {
  Json object = Json::object();
  for (const auto& [name, count] : by_name) object[name] = count;
  return object;
}

}  // namespace

std::string text(const ImportSummary& summary, Date today, const Style& style) {
  Page page{style};
  const std::string file = escaped_for_terminal(summary.file);
  const std::string what =
      fmt::format("{} ({}) for {}{}", file, summary.app, escaped_for_terminal(summary.lifter),
                  summary.dry_run ? "; nothing stored" : "");
  page.line(page.plain() ? "import: " : "Import: ", what, Tone::strong);
  page.list(account(summary, today, style));
  return page.str();
}

std::string json(const ImportSummary& summary) {
  Json object = document("import");
  object["lifter"] = summary.lifter;
  object["file"] = summary.file;
  object["app"] = summary.app;
  object["dry_run"] = summary.dry_run;
  object["rows"] = summary.rows;
  object["set_rows"] = summary.set_rows;
  object["added"] = summary.sessions_added + summary.checkins_added;
  object["sessions_added"] = summary.sessions_added;
  object["checkins_added"] = summary.checkins_added;
  object["same"] = summary.same;
  object["changed"] = summary.changed;
  object["first"] = json_or_null(summary.first, iso_date);
  object["last"] = json_or_null(summary.last, iso_date);
  object["outliers"] = summary.outliers;
  object["twice"] = summary.twice;
  object["rpes_dropped"] = summary.rpes_dropped;
  object["skipped"] = counts(summary.skipped);
  object["ignored"] = counts(summary.ignored);
  object["unknown"] = counts(summary.unknown);
  object["unmapped"] = Json::array();
  for (const std::string& column : summary.unmapped)
    object["unmapped"].push_back(json_text(column));
  object["bad"] = Json::array();
  for (const BadLine& bad : summary.bad) {
    object["bad"].push_back(Json{{"line", bad.line}, {"reason", bad.reason}});
  }
  return written(object);
}

std::string text(const BadLine& bad, std::string_view file) {
  return fmt::format("{}:{}: {}\n", escaped_for_terminal(file), bad.line,
                     escaped_for_terminal(bad.reason));
}

}  // namespace hinge::report
