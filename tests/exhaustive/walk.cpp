#include "exhaustive/walk.hpp"

#include <algorithm>

#include "engine/compose.hpp"

namespace hinge::exhaustive {
namespace {

using engine::LiftDay;
using engine::LiftState;
using engine::State;
using engine::TrainingDay;
using std::chrono::days;

constexpr Date first_day{days{20458}};  // Monday 5 January 2026

Load load_of(const Point& point, Choice choice, const World& world) {
  const Suggestion& asked = point.next;
  if (!asked.target && !asked.reference) {
    return world.first_loads.at(static_cast<std::size_t>(choice));
  }
  const Load base = asked.target ? asked.target->weight.load : asked.reference->load;
  const Loading& loading = world.lifter.loading;
  switch (choice) {
    case Choice::as_suggested:
      return base;
    case Choice::more:
      return base + loading.step * 3;
    case Choice::ninety_percent:
      return loading.floor(base.percent(90));
    case Choice::light:
      break;
  }
  return loading.floor(base.percent(70));
}

LiftDay session_of(const Point& point, const Letter& letter, const World& world) {
  const Weight weight{load_of(point, letter.choice, world), world.lifter.loading.unit};
  const int sets = point.next.target ? point.next.target->sets : 3;
  const int reps = point.next.target ? point.next.target->reps : 5;
  LiftDay done;
  done.lift = the_lift;
  done.sets.assign(static_cast<std::size_t>(sets), Set{weight, reps, false, {}, SetKind::work});
  if (letter.missed) {
    done.sets.back().reps = std::max(1, reps - 1);
    done.sets.back().failed = true;
  }
  done.sessions = {static_cast<std::int64_t>(point.history.sessions.size()) + 1};
  return done;
}

/// The id of a record is its place in the history, which may be left out.
void answer_questions(Point& point, const Kind& kind, Date trained) {
  auto& screens = point.history.screens;
  const auto add = [&](Date on) -> Screen& {
    Screen& made = screens.emplace_back();
    made.id = static_cast<std::int64_t>(screens.size());
    made.when = on;
    return made;
  };
  // On the day itself it would be known before the session, too.
  if (!kind.flags.empty()) add(trained + days{1}).yes = kind.flags;
  if (kind.clears) add(trained + days{1}).cleared_by = "Dr Example";
  for (const RedFlag flag : kind.flags) {
    point.flagged = true;
    point.emergency = point.emergency || is_emergency(flag);
  }
  if (kind.clears) point.flagged = point.emergency = false;
}

/// What is lifted over the suggestion counts only when it was all good and the day is green.
Load counted_load(const Point& before, const Letter& letter, Load lifted, const World& world) {
  if (before.next.decision == Decision::start) return lifted;
  if (!before.next.target) return before.counted;
  const Hue hue = world.kind(letter).hue;
  const bool good = !letter.missed && (hue == Hue::green || hue == Hue::may_be_green);
  const Load asked = before.next.target->weight.load;
  return std::max(before.counted, good ? lifted : std::min(lifted, asked));
}

void put(std::string& key, std::int64_t value) {
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
}
void put(std::string& key, Date date, Date today) { put(key, (date - today).count()); }
void put(std::string& key, const std::optional<engine::Scheme>& scheme) {
  put(key, scheme ? scheme->reference.load.nanograms() : -1);
  if (!scheme) return;
  put(key, scheme->sets);
  put(key, scheme->reps);
  put(key, scheme->wave ? scheme->wave->training_max.nanograms() : -1);
  put(key, scheme->wave ? scheme->wave->week : -1);
}

void put(std::string& key, const LiftState& lift, Date today, bool with_efforts) {
  put(key, lift.scheme);
  put(key, lift.light);
  for (const int number :
       {lift.rung, lift.misses, lift.shorts, lift.percent, lift.crossings_since}) {
    put(key, number);
  }
  for (const Finding& cause : lift.deload_because) put(key, static_cast<int>(cause.rule));
  for (const bool flag :
       {lift.earned, lift.held_by_back, lift.half_sets, lift.step_halved, lift.red_since}) {
    put(key, flag ? 1 : 0);
  }
  put(key, lift.last_trained, today);
  if (!with_efforts) return;
  for (const engine::Effort& effort : lift.efforts) {
    put(key, effort.rated ? effort.e1rm.nanograms() : -effort.e1rm.nanograms());
  }
}

void put_back(std::string& key, const State& state, Date today) {
  put(key, state.calm ? (state.calm->since - today).count() : 1);
  const bool quiet = state.calm && state.calm->quiet_since;
  put(key, quiet ? (state.calm->quiet_since->date - today).count() : 1);
  put(key, state.amber_pain.in_halves());
  put(key, state.persisted ? (*state.persisted - today).count() : 1);
  put(key, static_cast<int>(state.back.light));
  put(key, state.left_calm ? 1 : 0);
  put(key, state.last ? (state.last->start.date - today).count() : 1);
}

std::string quoted(std::string_view text) { return '"' + std::string{text} + '"'; }

std::string json_of(const CheckIn& felt) {
  std::string text = "{\"date\":" + quoted(iso_date(felt.when.date)) +
                     ",\"nature\":" + quoted(to_string(felt.nature));
  if (felt.peak) text += ",\"peak\":" + to_string(*felt.peak);
  if (felt.lasted) {
    const Load hours = Load::from_nanograms((felt.lasted->count() * 1'000'000'000'000 + 59) / 60);
    text +=
        ",\"hours\":" + number_in(Unit::kg, Load::of(hours.nanograms() / 1'000'000'000, Unit::kg));
  }
  if (felt.limits > 0) text += ",\"limits\":" + std::to_string(felt.limits);
  if (felt.baseline > Nprs{0}) text += ",\"baseline\":" + to_string(felt.baseline);
  if (felt.where) text += ",\"where\":" + quoted(to_string(*felt.where));
  if (felt.twinge) text += ",\"twinge\":true";
  if (felt.unrelated) text += ",\"unrelated\":true";
  return text + "}";
}

std::string json_of(const Session& session) {
  std::string text = "{\"date\":" + quoted(iso_date(session.when.date)) + ",\"sets\":[";
  for (const Set& set : session.sets) {
    if (text.back() != '[') text += ",";
    text += "{\"load\":" + number_in(set.weight.unit, set.weight.load) +
            ",\"unit\":" + quoted(to_string(set.weight.unit)) +
            ",\"reps\":" + std::to_string(set.reps) + (set.failed ? ",\"failed\":true}" : "}");
  }
  return text + "]}";
}

std::string json_of(const Screen& screen) {
  std::string text = "{\"date\":" + quoted(iso_date(screen.when.date));
  if (screen.cleared_by) return text + ",\"cleared_by\":" + quoted(*screen.cleared_by) + "}";
  text += ",\"yes\":[";
  for (const RedFlag flag : screen.yes) {
    if (text.back() != '[') text += ",";
    text += quoted(to_string(flag));
  }
  return text + "]}";
}

template <class Record>
std::string json_list(std::string_view name, const std::vector<Record>& records) {
  std::string text = ",\n " + quoted(name) + ":[";
  for (const Record& record : records) {
    if (text.back() != '[') text += ",\n  ";
    text += json_of(record);
  }
  return text + "]";
}

}  // namespace

World world_of(const Policy& policy) {
  World world{{}, policy, {100_kg, 60_kg, 22.5_kg, 20_kg}, {}};
  for (std::size_t at = 0; at < all_gaps.size(); ++at)
    world.kinds.at(at) = kinds_for(all_gaps.at(at));
  return world;
}

Point beginning(const World& world) {
  Point point;
  point.history.lifter = world.lifter;
  point.today = first_day;
  const engine::Setting setting{world.lifter, world.policies, point.history.screens};
  point.state = engine::fold({}, setting, point.today);
  point.next = engine::compose(point.state, setting, the_lift, point.today);
  return point;
}

Point followed_by(const Point& point, const Letter& letter, const World& world, bool with_history) {
  const Kind& kind = world.kind(letter);
  const Date trained = point.today;
  Point next;
  next.history = point.history;
  next.flagged = point.flagged;
  next.emergency = point.emergency;
  next.today = trained + days{all_gaps.at(letter.gap)};
  answer_questions(next, kind, trained);

  LiftDay session = session_of(point, letter, world);
  const std::vector<Set> working = working_sets(session.sets);
  next.lifted = working.front().weight.load;
  next.lifted_sets = static_cast<int>(working.size());
  next.counted = counted_load(point, letter, next.lifted, world);
  next.last_day.start = trained;
  for (const Report& report : kind.reports) {
    CheckIn& felt = next.last_day.checkins.emplace_back(report.what);
    felt.when = trained + days{report.day};
    felt.id =
        static_cast<std::int64_t>(point.history.checkins.size() + next.last_day.checkins.size());
  }
  if (with_history) {
    Session& made = next.history.sessions.emplace_back();
    made.id = session.sessions.front();
    made.when = trained;
    made.sets = session.sets;
    auto& all = next.history.checkins;
    all.insert(all.end(), next.last_day.checkins.begin(), next.last_day.checkins.end());
  }
  next.last_day.lifts.push_back(std::move(session));

  const engine::Setting setting{world.lifter, world.policies, next.history.screens};
  next.state = engine::step(point.state, next.last_day, next.today, setting);
  next.next = engine::compose(next.state, setting, the_lift, next.today);
  next.before = point.state;
  return next;
}

Point point_of(const Path& path, const World& world, bool with_history) {
  Point point = beginning(world);
  for (const Letter& letter : path) point = followed_by(point, letter, world, with_history);
  return point;
}

std::string key_of(const Point& point, const World& world) {
  std::string key;
  const bool with_efforts = !std::holds_alternative<Linear>(world.policy().progression);
  put_back(key, point.state, point.today);
  for (const auto& [name, lift] : point.state.lifts) put(key, lift, point.today, with_efforts);
  for (const engine::DayRecord& day : point.state.days) {
    put(key, day.date, point.today);
    put(key, (day.checked_in ? 1 : 0) + (day.symptom_red ? 2 : 0));
    put(key, day.pain.in_halves() * 100 + day.above_baseline.in_halves());
  }
  for (const Screen& screen : point.history.screens) {
    put(key, screen.when.date, point.today);
    put(key, screen.cleared_by ? -1 : static_cast<int>(screen.yes.front()));
  }
  put(key, point.counted.nanograms());
  return key;
}

std::string json_of(const Path& path, const World& world) {
  const Point point = point_of(path, world, true);
  return "{\"schema\":\"hinge.suggest/1\",\"today\":" + quoted(iso_date(point.today)) +
         ",\"policy\":" + quoted(world.policy().name) +
         json_list("sessions", point.history.sessions) +
         json_list("checkins", point.history.checkins) +
         json_list("screens", point.history.screens) + "}\n";
}

std::string words_of(const Path& path, const World& world) {
  std::string text;
  Point point = beginning(world);
  for (const Letter& letter : path) {
    point = followed_by(point, letter, world);
    text += "  " + iso_date(point.last_day.start.date) + ": " +
            to_string(Weight{point.lifted, world.lifter.loading.unit}) + " x " +
            std::to_string(point.lifted_sets) + (letter.missed ? ", missed" : "") + "; " +
            std::string{world.kind(letter).name} + "; " + std::to_string(all_gaps.at(letter.gap)) +
            " days\n";
  }
  return text;
}

}  // namespace hinge::exhaustive
