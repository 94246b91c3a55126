#include "exchange/workout_start.hpp"

#include <chrono>

#include "exchange/cell_text.hpp"

namespace hinge::exchange {
namespace {

Moment moved(const Moment& moment, Minutes by) {
  const std::chrono::sys_time<Minutes> there =
      std::chrono::sys_days{moment.date} + *moment.time + by;
  const auto day = std::chrono::floor<std::chrono::days>(there);
  return {Date{day}, there - day};
}

std::optional<Start> start_by_utc(std::string_view text, const ImportOptions& options) {
  const auto stamp = parse_utc_stamp(text);
  if (!stamp || !stamp->when.time || !options.utc_offset_at) {
    return stamp ? std::optional(Start{*stamp, stamp->when, std::nullopt}) : std::nullopt;
  }
  const Minutes offset = options.utc_offset_at(stamp->when);
  return Start{*stamp, moved(stamp->when, offset), offset};
}

}  // namespace

std::optional<Start> start_of(std::string_view text, const Layout& layout,
                              const ImportOptions& options) {
  if (layout.app->clock == Clock::utc) return start_by_utc(text, options);
  const auto stamp = parse_stamp(text, layout.date_order);
  if (!stamp) return std::nullopt;
  return Start{*stamp, stamp->when, std::nullopt};
}

std::string about_date(const Layout& layout, std::string_view text) {
  const std::string_view column = layout.name(Field::date);
  const auto by_day = parse_stamp(text, DateOrder::day_first);
  const auto by_month = parse_stamp(text, DateOrder::month_first);
  if (!by_day && !by_month) {
    return about_cell(column, text, "not a day that reads one way only (YYYY-MM-DD does)");
  }
  std::string what;
  for (const auto& reading : {by_day, by_month}) {
    if (reading) what += (what.empty() ? "" : " or ") + iso_date(reading->when.date);
  }
  what += "? Say it: ";
  if (by_day) what += "--map '" + std::string(column) + "=date-dmy'";
  if (by_day && by_month) what += " or ";
  if (by_month) what += "--map '" + std::string(column) + "=date-mdy'";
  return about_cell(column, text, what);
}

}  // namespace hinge::exchange
