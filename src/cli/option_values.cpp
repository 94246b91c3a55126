#include "cli/option_values.hpp"

#include <fmt/format.h>

#include "cli/days.hpp"
#include "domain/did_you_mean.hpp"
#include "domain/digits.hpp"
#include "domain/lifts.hpp"
#include "domain/text.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {
namespace {

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

/// The unit written behind the number, which is taken off `text`.
Unit take_unit(std::string_view& text, Unit otherwise) {
  struct Suffix {
    std::string_view word;
    Unit unit;
  };
  for (const Suffix& suffix : {Suffix{"kg", Unit::kg}, {"lbs", Unit::lb}, {"lb", Unit::lb}}) {
    if (text.size() > suffix.word.size() &&
        text.substr(text.size() - suffix.word.size()) == suffix.word) {
      text.remove_suffix(suffix.word.size());
      return suffix.unit;
    }
  }
  return otherwise;
}

/// "2.5" or "2,5" in thousandths; at most three decimals.
std::optional<std::int64_t> thousandths(std::string_view text) {
  constexpr std::size_t decimals = 3;
  const auto point = text.find_first_of(".,");
  const auto whole = number_of_digits(text.substr(0, point));
  if (!whole) return std::nullopt;
  if (point == text.npos) return std::int64_t{*whole} * 1000;
  std::string fraction(text.substr(point + 1));
  if (fraction.empty() || fraction.size() > decimals) return std::nullopt;
  fraction.resize(decimals, '0');
  const auto rest = number_of_digits(fraction);
  if (!rest) return std::nullopt;
  return std::int64_t{*whole} * 1000 + *rest;
}

}  // namespace

std::string read_lift(std::string_view name) {
  if (const auto lift = lift_named(name)) return *lift;
  std::vector<std::string_view> ids;
  for (const Lift& lift : all_lifts()) ids.push_back(lift.id);
  throw usage(fmt::format("there is no lift '{}'", name),
              did_you_mean_or(name, ids, "try for example deadlift, sumo, trap-bar or romanian"));
}

std::optional<std::string> lift_option_of(const Arguments& arguments) {
  const auto name = arguments.value("lift");
  if (!name) return std::nullopt;
  return read_lift(*name);
}

Load read_load(std::string_view text, Unit unit, std::string_view option) {
  constexpr std::int64_t heaviest = 2'000'000;
  std::string_view number = text;
  const Unit written_in = take_unit(number, unit);
  const auto value = thousandths(number);
  if (!value || *value > heaviest) {
    throw usage(fmt::format("{} '{}' is no load", option, text),
                "write a number as 20, 2.5 or 45lb");
  }
  return Load::of(*value, written_in);
}

Unit read_unit(std::string_view text) { return text == "lb" ? Unit::lb : Unit::kg; }

int read_whole(std::string_view text, int least, int most, std::string_view option) {
  const auto number = number_of_digits(text);
  const bool fits =
      number && *number <= static_cast<unsigned>(most) && *number >= static_cast<unsigned>(least);
  if (!fits) {
    throw usage(fmt::format("{} can't be '{}'", option, text),
                fmt::format("write a whole number from {} to {}", least, most));
  }
  return static_cast<int>(*number);
}

std::optional<Nprs> pain_in(std::string_view text) {
  constexpr std::string_view scale = "/10";
  if (text.ends_with(scale)) text.remove_suffix(scale.size());
  const auto score = parse_score(text);
  return score && *score <= Nprs{10} ? score : std::nullopt;
}

Nprs read_pain(std::string_view text, std::string_view what) {
  if (const auto score = pain_in(text)) return *score;
  throw usage(fmt::format("{} '{}' is no score", what, text),
              "write 0 (none) to 10 (the worst imaginable), halves allowed");
}

std::string read_text(std::string text, std::string_view option) {
  constexpr std::size_t longest = 4'000;
  if (text.size() > longest) {
    throw usage(fmt::format("{} is {} bytes long", option, text.size()),
                fmt::format("keep it to {}", longest));
  }
  if (const auto byte = first_bad_byte(text)) {
    throw usage(fmt::format("{} is no UTF-8 from byte {} on", option, *byte), "write it again");
  }
  return text;
}

Moment when_it_was(const Arguments& arguments, const Moment& now) {
  const auto on = arguments.value("on");
  if (!on) return now;
  Moment moment = read_past_moment(*on, now, "--on");
  if (moment.date == now.date && !moment.time) moment.time = now.time;
  return moment;
}

Moment corrected_moment(const Moment& stored, const Arguments& arguments, const Moment& now) {
  const auto on = arguments.value("on");
  if (!on) return stored;
  const Moment said = read_past_moment(*on, now, "--on");
  if (said.date == stored.date && !said.time) return stored;
  return when_it_was(arguments, now);
}

}  // namespace hinge::cli
