#include "exchange/own_row.hpp"

#include "domain/digits.hpp"
#include "domain/lifts.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/numbers.hpp"
#include "exchange/own_words.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

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

/// As hinge writes it, or as any app does.
std::optional<Unit> unit_in(std::string_view text) {
  if (text == "kg") return Unit::kg;
  return text == "lb" ? Unit::lb : parse_unit_word(text);
}

std::optional<std::string> lift_named_in(std::string_view text) { return lift_named(text); }

std::optional<std::string_view> any_text(std::string_view text) { return text; }

std::vector<std::string> list_in(std::string_view text) {
  std::vector<std::string> items;
  for (const std::string_view item : split(text, list_separator)) {
    if (!trimmed(item).empty()) items.emplace_back(trimmed(item));
  }
  return items;
}

enum class YesOrNo : std::uint8_t { no, yes };

bool yes(const OwnRow& row, Cell cell) {
  const auto parse = [](std::string_view word) {
    return value_named<YesOrNo>(word, yes_or_no_names);
  };
  return row.optional(cell, parse, "neither yes nor no") == YesOrNo::yes;
}

}  // namespace

void refuse_row(const std::string& reason) { throw Error(ErrorKind::bad_data, reason); }

void refuse_cell(std::string_view column, std::string_view value, std::string_view what) {
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

Moment day_in(const OwnRow& row) {
  return {row.required(Cell::date, parse_iso_date, "not a day (YYYY-MM-DD)"),
          row.optional(Cell::time, parse_clock_time, "not a time (HH:MM)")};
}

std::string lift_in(const OwnRow& row) {
  return row.required(Cell::lift, lift_named_in, "not a lift hinge knows");
}

std::string_view id_in(const OwnRow& row, Cell cell) {
  return row.required(cell, any_text, "no id");
}

bool light_in(const OwnRow& row) { return yes(row, Cell::light); }

Set set_in(const OwnRow& row) {
  const Unit unit = row.required(Cell::unit, unit_in, "not kg or lb");
  const Decimal load = row.required(Cell::load, load_in, "not a load (more than 0, up to 9999)");
  Set set;
  set.weight = as_written(load, unit);
  set.reps = row.required(Cell::reps, reps_in, "not a number of reps (0 to 999)");
  set.failed = yes(row, Cell::failed);
  set.rpe = row.optional(Cell::rpe, rpe_in, "not an RPE (5 to 10 in halves)");
  const auto kind = [](std::string_view word) {
    return value_named<SetKind>(word, set_kind_names);
  };
  set.kind = row.optional(Cell::kind, kind, "not work, warmup or outlier").value_or(SetKind::work);
  if (set.reps == 0 && !set.failed) refuse_cell("reps", "0", "no reps, and none failed");
  return set;
}

CheckIn checkin_in(const OwnRow& row) {
  constexpr std::string_view nprs = "not a score (0 to 10 in halves)";
  CheckIn checkin;
  checkin.when = day_in(row);
  checkin.nature = row.required(Cell::nature, parse_nature, "not a word of hinge feel");
  checkin.peak = row.optional(Cell::peak, nprs_in, nprs);
  checkin.now = row.optional(Cell::now, nprs_in, nprs).value_or(Nprs{});
  checkin.baseline = row.optional(Cell::baseline, nprs_in, nprs).value_or(Nprs{});
  checkin.lasted = row.optional(Cell::hours, hours_in, "not a number of hours");
  if (yes(row, Cell::ongoing)) checkin.lasted = std::nullopt;
  checkin.limits = row.optional(Cell::limits, limits_in, "not 0 to 3").value_or(0);
  checkin.where = row.optional(Cell::where, parse_site, "not a place hinge knows");
  checkin.side = row.optional(Cell::side, parse_side, "not left, right or both");
  checkin.onset = row.optional(Cell::onset, parse_onset, "not during, after or next-day");
  checkin.worse_with = list_in(row[Cell::worse_with]);
  checkin.eases_with = list_in(row[Cell::eases_with]);
  checkin.unrelated = yes(row, Cell::unrelated);
  checkin.twinge = yes(row, Cell::twinge);
  checkin.note = row.as_it_stands(Cell::note);
  if (std::string wrong = contradiction_in(checkin); !wrong.empty()) refuse_row(wrong);
  return checkin;
}

}  // namespace hinge::exchange
