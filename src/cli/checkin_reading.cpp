#include "cli/checkin_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

#include "cli/days.hpp"
#include "cli/nature_word.hpp"
#include "cli/option_values.hpp"
#include "cli/record_name.hpp"
#include "hinge/training_day.hpp"

namespace hinge::cli {
namespace {

Error usage(const std::string& message, const std::string& hint) {
  return {ErrorKind::usage, message, hint};
}

/// The factors of an option that may stand several times; an empty text is none.
std::vector<std::string> factors_of(const Arguments& arguments, std::string_view option) {
  const std::string name = fmt::format("--{}", option);
  std::vector<std::string> factors;
  for (const std::string& text : arguments.values(option)) {
    auto more = read_factors(text, name);
    std::move(more.begin(), more.end(), std::back_inserter(factors));
  }
  return factors;
}

CheckIn with_numbers(CheckIn checkin, const Arguments& arguments) {
  if (arguments.has("lasted") && arguments.has("ongoing")) {
    throw usage("--lasted and --ongoing contradict each other", "leave out one of them");
  }
  if (const auto text = arguments.value("lasted")) {
    checkin.lasted = read_duration(*text, "--lasted");
  }
  if (arguments.has("ongoing")) checkin.lasted.reset();
  if (const auto text = arguments.value("limits")) {
    checkin.limits = read_whole(*text, 0, 3, "--limits");
  }
  if (const auto text = arguments.value("baseline")) {
    checkin.baseline = read_pain(*text, "--baseline");
  }
  return checkin;
}

CheckIn with_words(CheckIn checkin, const Arguments& arguments) {
  if (const auto word = arguments.value("where")) checkin.where = parse_site(*word);
  if (const auto word = arguments.value("side")) checkin.side = parse_side(*word);
  if (const auto word = arguments.value("onset")) checkin.onset = parse_onset(*word);
  if (arguments.has("worse-with")) checkin.worse_with = factors_of(arguments, "worse-with");
  if (arguments.has("eases-with")) checkin.eases_with = factors_of(arguments, "eases-with");
  if (const auto note = arguments.value("note")) checkin.note = read_text(*note, "--note");
  return checkin;
}

}  // namespace

std::vector<std::string> read_factors(const std::string& text, std::string_view option) {
  std::vector<std::string> factors;
  std::istringstream parts{read_text(text, option)};
  for (std::string part; std::getline(parts, part, ';');) {
    const auto first = part.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    factors.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
  }
  return factors;
}

CheckIn with_options(CheckIn checkin, const Arguments& arguments) {
  checkin = with_words(with_numbers(std::move(checkin), arguments), arguments);
  if (arguments.has("unrelated")) checkin.unrelated = true;
  if (arguments.has("related")) checkin.unrelated = false;
  if (arguments.has("no-twinge")) checkin.twinge = false;
  if (!arguments.has("twinge")) return checkin;
  checkin.twinge = true;
  // Gone before the next set: a minute, unless the command line says how long.
  if (!checkin.lasted && !arguments.has("ongoing")) checkin.lasted = Minutes{1};
  return checkin;
}

CheckIn with_nature(CheckIn checkin, const std::string& operand) {
  const auto equals = operand.find('=');
  checkin.nature = read_nature(std::string_view(operand).substr(0, equals));
  if (equals != std::string::npos) {
    checkin.peak = read_pain(std::string_view(operand).substr(equals + 1), "the peak");
  } else if (symptom_of(checkin.nature) < Symptom::soreness) {
    checkin.peak.reset();
  }
  return checkin;
}

void refuse_loose_peaks(const std::vector<std::string>& operands) {
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const auto nature = parse_nature(operands[i - 1]);
    const auto peak = pain_in(operands[i]);
    if (!peak || !nature || *nature == Nature::none) continue;
    const std::string number = to_string(*peak);
    throw usage(fmt::format("{} stands apart from {}", number, operands[i - 1]),
                fmt::format("write {}={}", operands[i - 1], number));
  }
}

Nprs unsaid_now(const CheckIn& checkin) { return checkin.lasted ? Nprs{0} : peak_of(checkin); }

std::optional<std::int64_t> session_meant(const Arguments& arguments, const Store& store,
                                          const std::string& lifter) {
  const auto name = arguments.value("session");
  if (!name || *name == "none") return std::nullopt;
  const auto record = find_record(store, *name);
  const auto* session = std::get_if<Session>(&record.what);
  if (session == nullptr || record.lifter != lifter) {
    throw Error(ErrorKind::not_found, fmt::format("{} has no session {}", lifter, *name),
                "see: hinge history");
  }
  return session->id;
}

void refuse_contradiction(const CheckIn& checkin) {
  const std::string contradiction = contradiction_in(checkin);
  if (!contradiction.empty()) throw usage(contradiction, "");
}

void refuse_lasted_too_long(const CheckIn& checkin, const std::vector<Session>& sessions) {
  const auto day = training_day_of(checkin, sessions);
  // A twinge was gone before the next set, whatever the clock said when it was written down.
  if (checkin.twinge || !day || !lasted_too_long(checkin, start_of_day(*day, sessions))) return;
  throw usage(
      fmt::format("that is longer than the time from the session on {} to this check-in, {}",
                  iso_date(*day), to_string(checkin.when)),
      "give --lasted from the session on; what went on after this check-in is a new one: "
      "hinge feel");
}

}  // namespace hinge::cli
