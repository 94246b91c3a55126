#include "exchange/record_json.hpp"

#include <nlohmann/json.hpp>

#include "domain/did_you_mean.hpp"
#include "domain/digits.hpp"
#include "domain/lifts.hpp"
#include "domain/notation.hpp"
#include "exchange/json_fields.hpp"
#include "exchange/own_words.hpp"
#include "exchange/strict_json.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::string_view session_keys[] = {"kind",     "id",    "date",         "time",
                                             "imported", "light", "working_load", "utc_offset",
                                             "lift",     "sets",  "note",         "e1rm_kg"};
constexpr std::string_view set_keys[] = {"kind", "load",   "unit", "load_kg",
                                         "reps", "failed", "rpe",  "nanograms"};
constexpr std::string_view checkin_keys[] = {
    "kind",  "id",         "date",  "time",   "utc_offset", "session",   "nature", "counted_as",
    "peak",  "now",        "hours", "limits", "baseline",   "ongoing",   "where",  "side",
    "onset", "worse_with", "note",  "twinge", "unrelated",  "eases_with"};
constexpr std::string_view screen_keys[] = {"kind", "id", "date", "time", "yes", "cleared_by"};
constexpr std::string_view lifter_keys[] = {
    "id", "name", "archived", "unit", "bar", "step", "lifts", "bar_nanograms", "step_nanograms"};
constexpr std::string_view loading_keys[] = {"unit", "bar", "step", "bar_nanograms",
                                             "step_nanograms"};

constexpr int heaviest = 9999;

std::string joined(Keys words) {
  std::string text;
  for (const std::string_view word : words) (text += text.empty() ? "" : ", ") += word;
  return text;
}

[[noreturn]] void refuse_word(const std::string& pointer, const std::string& word, Keys words) {
  refuse_at(pointer, shown(word) + " is none of: " + joined(words),
            did_you_mean_or(word, words, ""));
}

/// The words of an enum that counts from 0, in its order.
template <class Enum>
std::vector<std::string_view> words_up_to(Enum last) {
  std::vector<std::string_view> words;
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    words.push_back(to_string(static_cast<Enum>(value)));
  }
  return words;
}

/// A word that stands for a value of an enum.
template <class Enum>
std::optional<Enum> word_in(const JsonFields& fields, std::string_view key,
                            std::optional<Enum> (*parse)(std::string_view), Enum last) {
  const auto word = fields.text(key);
  if (!word) return std::nullopt;
  const auto value = parse(*word);
  if (!value) refuse_word(fields.pointer(key), *word, words_up_to(last));
  return value;
}

/// "s41" as 41, with the letter of its kind; 0 where it is absent.
std::optional<std::int64_t> id_in(const JsonFields& fields, std::string_view key, char letter) {
  const auto parse = [letter](std::string_view name) -> std::optional<std::int64_t> {
    if (name.empty() || name.front() != letter) return std::nullopt;
    const auto number = number_of_digits(name.substr(1));
    if (!number || *number == 0) return std::nullopt;
    return *number;
  };
  return fields.parsed(key, parse, std::string{"no id such as "} + letter + "12");
}

void check_kind(const JsonFields& fields, std::string_view kind) {
  const auto said = fields.text("kind");
  if (said && *said != kind) fields.refuse("kind", "not the kind of record that stands here");
}

Moment moment_in(const JsonFields& fields) {
  if (fields.find("date") == nullptr) fields.refuse_absence("date");
  return {*fields.parsed("date", parse_iso_date, "no day such as 2026-11-20"),
          fields.parsed("time", parse_clock_time, "no clock time such as 18:30")};
}

/// "+02:00".
std::optional<Minutes> parse_offset(std::string_view text) {
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
  const auto clock = parse_clock_time(text.substr(1));
  if (!clock) return std::nullopt;
  return text.front() == '-' ? -*clock : *clock;
}

std::optional<Unit> parse_unit(std::string_view word) {
  if (word == "kg") return Unit::kg;
  if (word == "lb") return Unit::lb;
  return std::nullopt;
}

std::optional<Unit> unit_in(const JsonFields& fields) {
  return fields.parsed("unit", parse_unit, "neither kg nor lb");
}

std::optional<Load> load_in(const JsonFields& fields, std::string_view key, Unit unit) {
  const auto thousandths = fields.thousandths(key, heaviest);
  if (!thousandths) return std::nullopt;
  return Load::of(*thousandths, unit);
}

/// A load to the nanogram, where it is given so.
std::optional<Load> exact_load_in(const JsonFields& fields, std::string_view key) {
  constexpr std::int64_t most = std::int64_t{10'000'000} * nanograms_per_thousandth(Unit::kg);
  const Json* const value = fields.find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_number_integer()) fields.refuse(key, "no whole number of nanograms");
  const auto nanograms = value->get<std::int64_t>();
  if (nanograms < 0 || nanograms > most) fields.refuse(key, "not 0 to 10,000 kg in nanograms");
  return Load::from_nanograms(nanograms);
}

SetKind kind_in(const JsonFields& fields) {
  const auto word = fields.text("kind");
  if (!word) return SetKind::work;
  const auto kind = value_named<SetKind>(*word, set_kind_names);
  if (!kind) refuse_word(fields.pointer("kind"), *word, set_kind_names);
  return *kind;
}

Set set_in(const Json& value, const std::string& pointer, Unit unit) {
  constexpr int most_reps = 999;
  const JsonFields fields{value, pointer, set_keys};
  for (const std::string_view key : {"load", "reps"}) {
    if (fields.find(key) == nullptr) fields.refuse_absence(key);
  }
  Set set;
  set.weight.unit = unit_in(fields).value_or(unit);
  const Load as_written = *load_in(fields, "load", set.weight.unit);
  set.weight.load = exact_load_in(fields, "nanograms").value_or(as_written);
  set.reps = *fields.whole("reps", 0, most_reps);
  set.failed = fields.flag("failed").value_or(false);
  set.rpe = fields.score("rpe", 5, 10);
  set.kind = kind_in(fields);
  if (set.reps == 0 && !set.failed) fields.refuse("reps", "no set: no reps, and none failed");
  return set;
}

/// Sets in the notation of `hinge log`, with its refusals.
std::vector<Set> sets_written(const std::string& notation, const std::string& pointer,
                              const Loading& loading) {
  try {
    return read_sets(notation, loading, Load{}, false).sets;
  } catch (const Error& error) {
    // Nothing can be forced here; sets that are meant so can be written as objects.
    refuse_at(pointer, error.what(), error.hint().substr(0, error.hint().find(" --force")));
  }
}

std::vector<Set> sets_in(const JsonFields& fields, const Loading& loading) {
  const Json* value = fields.find("sets");
  if (value == nullptr) fields.refuse_absence("sets");
  const std::string pointer = fields.pointer("sets");
  if (value->is_string()) return sets_written(value->get<std::string>(), pointer, loading);
  if (!value->is_array()) fields.refuse("sets", "neither a list nor a text such as 140x5x3");
  std::vector<Set> sets;
  for (const Json& member : *value) {
    sets.push_back(set_in(member, pointer_to(pointer, sets.size()), loading.unit));
  }
  return sets;
}

std::optional<Minutes> hours_in(const JsonFields& fields) {
  constexpr int most_hours = 100'000;
  constexpr std::int64_t thousandths = 1000;
  const auto hours = fields.thousandths("hours", most_hours);
  if (!hours) return std::nullopt;
  return Minutes{(*hours * 60 + thousandths / 2) / thousandths};
}

/// How long it lasted: `hours`, unless it is ongoing; a twinge was gone within a minute.
std::optional<Minutes> lasted_in(const JsonFields& fields, const CheckIn& checkin) {
  const auto hours = hours_in(fields);
  const auto ongoing = fields.flag("ongoing");
  if (hours && ongoing.value_or(false)) {
    refuse_at(fields.pointer("ongoing"), "it is ongoing, and has hours too", "leave out one");
  }
  if (hours) return hours;
  if (checkin.twinge && !ongoing.value_or(false)) return Minutes{1};
  const bool has_a_length = symptom_of(checkin) >= Symptom::soreness;
  if (has_a_length && !ongoing.value_or(true)) {
    refuse_at(fields.pointer("ongoing"), "it is over, and has no hours", "say how long it lasted");
  }
  return std::nullopt;
}

void read_scores(CheckIn& checkin, const JsonFields& fields) {
  constexpr Nprs least = 0;
  constexpr Nprs worst = 10;
  checkin.peak = fields.score("peak", least, worst);
  checkin.lasted = lasted_in(fields, checkin);
  const Nprs unsaid = checkin.lasted ? least : peak_of(checkin);
  checkin.now = fields.score("now", least, worst).value_or(unsaid);
  checkin.baseline = fields.score("baseline", least, worst).value_or(least);
  checkin.limits = fields.whole("limits", 0, 3).value_or(0);
}

Loading loading_in(const JsonFields& fields, Unit otherwise) {
  const Unit unit = unit_in(fields).value_or(otherwise);
  Loading loading = Loading::standard(unit);
  loading.bar = load_in(fields, "bar", unit).value_or(loading.bar);
  loading.bar = exact_load_in(fields, "bar_nanograms").value_or(loading.bar);
  loading.step = load_in(fields, "step", unit).value_or(loading.step);
  loading.step = exact_load_in(fields, "step_nanograms").value_or(loading.step);
  if (loading.step == Load{}) fields.refuse("step", "no step: it has to be more than 0");
  return loading;
}

}  // namespace

std::string lift_in(const std::string& name, const std::string& pointer) {
  if (auto lift = lift_named(name)) return *std::move(lift);
  std::vector<std::string_view> ids;
  for (const Lift& lift : all_lifts()) ids.push_back(lift.id);
  refuse_at(pointer, "there is no lift " + shown(name),
            did_you_mean_or(name, ids, "try for example deadlift or sumo"));
}

Session session_in(const Json& value, const std::string& pointer, const Loading& loading) {
  const JsonFields fields{value, pointer, session_keys};
  check_kind(fields, "session");
  Session session;
  session.id = id_in(fields, "id", 's').value_or(0);
  session.when = moment_in(fields);
  session.utc_offset = fields.parsed("utc_offset", parse_offset, "no offset such as +02:00");
  session.lift = lift_in(fields.text("lift").value_or(session.lift), fields.pointer("lift"));
  session.sets = sets_in(fields, loading);
  session.imported = fields.flag("imported").value_or(false);
  session.light = fields.flag("light").value_or(false);
  session.note = fields.text("note").value_or("");
  return session;
}

CheckIn checkin_in(const Json& value, const std::string& pointer) {
  const JsonFields fields{value, pointer, checkin_keys};
  check_kind(fields, "checkin");
  CheckIn checkin;
  checkin.id = id_in(fields, "id", 'f').value_or(0);
  checkin.when = moment_in(fields);
  checkin.utc_offset = fields.parsed("utc_offset", parse_offset, "no offset such as +02:00");
  checkin.session = id_in(fields, "session", 's');
  if (fields.find("nature") == nullptr) fields.refuse_absence("nature");
  checkin.nature = *word_in(fields, "nature", parse_nature, Nature::weak);
  checkin.where = word_in(fields, "where", parse_site, Site::leg_below_knee);
  checkin.side = word_in(fields, "side", parse_side, Side::both);
  checkin.onset = word_in(fields, "onset", parse_onset, Onset::next_day);
  checkin.worse_with = fields.texts("worse_with");
  checkin.eases_with = fields.texts("eases_with");
  checkin.twinge = fields.flag("twinge").value_or(false);
  checkin.unrelated = fields.flag("unrelated").value_or(false);
  checkin.note = fields.text("note").value_or("");
  read_scores(checkin, fields);
  if (const std::string wrong = contradiction_in(checkin); !wrong.empty()) {
    refuse_at(pointer, wrong);
  }
  return checkin;
}

Screen screen_in(const Json& value, const std::string& pointer) {
  const JsonFields fields{value, pointer, screen_keys};
  check_kind(fields, "screen");
  Screen screen;
  screen.id = id_in(fields, "id", 'r').value_or(0);
  screen.when = moment_in(fields);
  for (const std::string& word : fields.texts("yes")) {
    const auto flag = parse_red_flag(word);
    if (!flag) {
      refuse_word(pointer_to(fields.pointer("yes"), screen.yes.size()), word,
                  words_up_to(all_red_flags.back()));
    }
    screen.yes.push_back(*flag);
  }
  screen.cleared_by = fields.text("cleared_by");
  if (screen.cleared_by && !screen.yes.empty()) {
    refuse_at(pointer, "a clearance answers no questions", "leave out yes or cleared_by");
  }
  return screen;
}

Lifter lifter_in(const Json& value, const std::string& pointer, Unit otherwise) {
  const JsonFields fields{value, pointer, lifter_keys};
  Lifter lifter;
  lifter.id = fields.text("id").value_or(lifter.id);
  if (!is_lifter_id(lifter.id))
    fields.refuse("id", "no lifter's id: 1 to 40 of a-z, 0-9 and - (not first)");
  lifter.name = fields.text("name").value_or("");
  lifter.archived = fields.flag("archived").value_or(false);
  lifter.loading = loading_in(fields, otherwise);
  const Json* lifts = fields.find("lifts");
  if (lifts == nullptr) return lifter;
  if (!lifts->is_object()) fields.refuse("lifts", "no object");
  for (const auto& member : lifts->items()) {
    const std::string place = pointer_to(fields.pointer("lifts"), member.key());
    const JsonFields own{member.value(), place, loading_keys};
    lifter.lifts.emplace(lift_in(member.key(), place), loading_in(own, lifter.loading.unit));
  }
  return lifter;
}

}  // namespace hinge::exchange
