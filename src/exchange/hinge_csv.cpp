#include "exchange/hinge_csv.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/digits.hpp"
#include "domain/lifts.hpp"
#include "domain/table.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/layout.hpp"
#include "exchange/numbers.hpp"
#include "exchange/own_words.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

/// Thrown for one bad row; caught where the rows are taken, and put to the account.
[[noreturn]] void refuse_row(const std::string& reason) {
  throw Error(ErrorKind::bad_data, reason);
}

[[noreturn]] void refuse_cell(std::string_view column, std::string_view value,
                              std::string_view what) {
  refuse_row(about_cell(column, value, what));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// A row by the names of its header.
class OwnRow {
 public:
  OwnRow(const std::vector<std::string>& names, const CsvRow& row, bool excel_safe)
      : names_(names), row_(row), excel_safe_(excel_safe) {}

  [[nodiscard]] std::string_view operator[](std::string_view name) const {
    return trimmed(as_it_stands(name));
  }

  [[nodiscard]] std::string_view as_it_stands(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return {};
    const std::string_view cell = row_.fields[static_cast<std::size_t>(found - names_.begin())];
    return excel_safe_ ? unguarded(cell) : cell;
  }

  /// The cell read by `parse`; absent where it is empty.
  template <class Parse>
  [[nodiscard]] auto optional(std::string_view name, Parse parse, std::string_view what) const
      -> decltype(parse(std::string_view{})) {
    const std::string_view text = (*this)[name];
    if (text.empty()) return std::nullopt;
    auto value = parse(text);
    if (!value) refuse_cell(name, text, what);
    return value;
  }

  template <class Parse>
  [[nodiscard]] auto required(std::string_view name, Parse parse, std::string_view what) const {
    auto value = optional(name, parse, what);
    if (!value) refuse_cell(name, "", what);
    return *value;
  }

  [[nodiscard]] bool yes(std::string_view name) const {
    const auto parse = [](std::string_view word) {
      return value_named<YesOrNo>(word, yes_or_no_names);
    };
    return optional(name, parse, "neither yes nor no").value_or(YesOrNo::no) == YesOrNo::yes;
  }

 private:
  enum class YesOrNo : std::uint8_t { no, yes };
  const std::vector<std::string>& names_;
  const CsvRow& row_;
  bool excel_safe_;
};

std::optional<int> whole_up_to(std::string_view text, unsigned most) {
  const auto number = number_of_digits(text);
  if (!number || *number > most) return std::nullopt;
  return static_cast<int>(*number);
}

std::optional<int> reps_in(std::string_view text) { return whole_up_to(text, 999); }
std::optional<int> limits_in(std::string_view text) { return whole_up_to(text, 3); }

std::optional<Score> score_between(std::string_view text, Score low, Score high) {
  const auto score = parse_score(text);
  return score && *score >= low && *score <= high ? score : std::nullopt;
}
std::optional<Rpe> rpe_in(std::string_view text) { return score_between(text, 5, 10); }
std::optional<Nprs> nprs_in(std::string_view text) { return score_between(text, 0, 10); }

std::optional<Decimal> load_in(std::string_view text) {
  const auto number = Decimal::parse(text);
  return number && number->rounded(3) > 0 && number->rounded(0) < 10'000 ? number : std::nullopt;
}

std::optional<Minutes> hours_in(std::string_view text) {
  const auto hours = Decimal::parse(text);
  if (!hours) return std::nullopt;
  return Minutes((hours->rounded(6) * 60 + 500'000) / 1'000'000);
}

std::optional<std::string> lift_in(std::string_view text) { return lift_named(text); }

std::optional<std::string_view> any_text(std::string_view text) { return text; }

Moment day_of(const OwnRow& row) {
  return {row.required("date", parse_iso_date, "not a day (YYYY-MM-DD)"),
          row.optional("time", parse_clock_time, "not a time (HH:MM)")};
}

Set set_in(const OwnRow& row) {
  const Unit unit = row.required("unit", parse_unit_word, "not kg or lb");
  const Decimal load = row.required("load", load_in, "not a load (more than 0, up to 9999)");
  Set set;
  set.weight = as_written(load, unit);
  set.reps = row.required("reps", reps_in, "not a number of reps (0 to 999)");
  set.failed = row.yes("failed");
  set.rpe = row.optional("rpe", rpe_in, "not an RPE (5 to 10 in halves)");
  const auto kind = [](std::string_view word) {
    return value_named<SetKind>(word, set_kind_names);
  };
  set.kind = row.optional("kind", kind, "not work, warmup or outlier").value_or(SetKind::work);
  if (set.reps == 0 && !set.failed) refuse_cell("reps", "0", "no reps, and none failed");
  return set;
}

std::vector<std::string> list_in(std::string_view text) {
  std::vector<std::string> items;
  for (const std::string_view item : split(text, list_separator)) {
    if (!trimmed(item).empty()) items.emplace_back(trimmed(item));
  }
  return items;
}

CheckIn checkin_in(const OwnRow& row) {
  constexpr std::string_view nprs = "not a score (0 to 10 in halves)";
  CheckIn checkin;
  checkin.when = day_of(row);
  checkin.nature = row.required("nature", parse_nature, "not a word of hinge feel");
  checkin.peak = row.optional("peak", nprs_in, nprs);
  checkin.now = row.optional("now", nprs_in, nprs).value_or(Nprs{});
  checkin.baseline = row.optional("baseline", nprs_in, nprs).value_or(Nprs{});
  checkin.lasted = row.optional("hours", hours_in, "not a number of hours");
  if (row.yes("ongoing")) checkin.lasted = std::nullopt;
  checkin.limits = row.optional("limits", limits_in, "not 0 to 3").value_or(0);
  checkin.where = row.optional("where", parse_site, "not a place hinge knows");
  checkin.side = row.optional("side", parse_side, "not left, right or both");
  checkin.onset = row.optional("onset", parse_onset, "not during, after or next-day");
  checkin.worse_with = list_in(row["worse_with"]);
  checkin.eases_with = list_in(row["eases_with"]);
  checkin.unrelated = row.yes("unrelated");
  checkin.note = row.as_it_stands("note");
  if (std::string wrong = contradiction_in(checkin); !wrong.empty()) refuse_row(wrong);
  return checkin;
}

class OwnFile {
 public:
  OwnFile(std::span<const std::string_view> header, bool feel, bool excel_safe)
      : feel_(feel), excel_safe_(excel_safe) {
    for (const std::string_view name : header) names_.emplace_back(trimmed(name));
    file_.app = App::hinge;
  }

  void take(const CsvRow& row) {
    ++file_.rows;
    if (row.fields.size() != names_.size()) {
      return note_bad(row.line, std::to_string(row.fields.size()) +
                                    " fields, where the header has " +
                                    std::to_string(names_.size()));
    }
    if (row.quote_left_open) return note_bad(row.line, "a quote is opened and never closed");
    const OwnRow own(names_, row, excel_safe_);
    check_lifter(own["lifter"], row.line);
    try {
      take_record(own, row.line);
    } catch (const Error& bad) {
      note_bad(row.line, bad.what());
    }
  }

  [[nodiscard]] ImportFile result() && {
    std::stable_sort(
        file_.sessions.begin(), file_.sessions.end(),
        [](const auto& a, const auto& b) { return a.what.when.date < b.what.when.date; });
    return std::move(file_);
  }

 private:
  void note_bad(std::size_t line, std::string reason) {
    file_.bad.push_back({line, std::move(reason)});
  }

  void take_record(const OwnRow& row, std::size_t line) {
    const std::string key =
        "hinge:" + std::string(row["lifter"]) + ':' +
        std::string(row.required(feel_ ? "checkin" : "session", any_text, "no id"));
    if (feel_) {
      file_.checkins.push_back({checkin_in(row), key, line});
    } else {
      take_set(row, key, line);
    }
  }

  void check_lifter(std::string_view lifter, std::size_t line) {
    if (!lifter_) lifter_ = lifter;
    if (*lifter_ == lifter) return;
    throw Error(ErrorKind::bad_data,
                "line " + std::to_string(line) + ": the file holds more than one lifter (" +
                    *lifter_ + ", " + std::string(lifter) + ")",
                "export one at a time, with -l NAME");
  }

  void take_set(const OwnRow& row, const std::string& key, std::size_t line) {
    Session session;
    session.when = day_of(row);
    session.lift = row.required("lift", lift_in, "not a lift hinge knows");
    const Set set = set_in(row);
    const auto [found, is_new] = index_.try_emplace(key, file_.sessions.size());
    if (is_new) file_.sessions.push_back({session, key, line});
    Session& whole = file_.sessions[found->second].what;
    if (whole.when != session.when || whole.lift != session.lift) {
      refuse_cell("session", row["session"], "has another day or lift than its sets before");
    }
    whole.sets.push_back(set);
    ++file_.set_rows;
  }

  bool feel_;
  bool excel_safe_;
  std::vector<std::string> names_;
  std::optional<std::string> lifter_;
  std::unordered_map<std::string, std::size_t> index_;
  ImportFile file_;
};

bool has_column(std::span<const std::string_view> header, std::string_view name) {
  return std::any_of(header.begin(), header.end(),
                     [&](std::string_view column) { return trimmed(column) == name; });
}

void require_columns(std::span<const std::string_view> header, std::string_view wanted) {
  for (const std::string_view name : split(wanted, ',')) {
    if (has_column(header, name)) continue;
    throw Error(ErrorKind::bad_data, "line 1: the column " + std::string(name) + " is missing",
                "import what hinge export sets or hinge export feel wrote");
  }
}

}  // namespace

bool is_own_header(std::span<const std::string_view> header) {
  const bool of_sessions = has_column(header, "session") && has_column(header, "lift");
  const bool of_feel = has_column(header, "checkin") && has_column(header, "nature");
  const bool of_weeks = has_column(header, "week_start") && has_column(header, "work_sets");
  return has_column(header, "lifter") && (of_sessions || of_feel || of_weeks);
}

ImportFile read_own(CsvReader& reader, std::span<const std::string_view> header, bool excel_safe) {
  if (has_column(header, "work_sets")) {
    throw Error(ErrorKind::bad_data, "line 1: this file has no sets, only what they add up to",
                "import what hinge export sets wrote");
  }
  const bool feel = has_column(header, "nature");
  require_columns(header,
                  feel ? "lifter,checkin,date,nature" : "lifter,session,date,lift,load,unit,reps");
  OwnFile file(header, feel, excel_safe);
  while (const CsvRow* const row = reader.next()) file.take(*row);
  return std::move(file).result();
}

}  // namespace hinge::exchange
