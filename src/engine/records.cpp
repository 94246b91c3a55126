#include "engine/records.hpp"

#include <algorithm>

namespace hinge::engine {
namespace {

/// What a rule looks at.
enum class Looks {
  screens,
  pain,
  soreness,
  sharp,
  nerve,
  limits,
  all_reports,
  unrelated,
  lift,
  day
};

Looks looks_at(const Finding& found) {
  switch (found.rule) {
    case RuleId::e1:
    case RuleId::e2:
    case RuleId::c1:
      return Looks::screens;
    case RuleId::t1:
    case RuleId::h0:
      return Looks::sharp;
    case RuleId::t2:
    case RuleId::t3:
      return symptom_of(found.seen) == Symptom::soreness ? Looks::soreness : Looks::pain;
    case RuleId::h1:
    case RuleId::h6:
    case RuleId::p2:
    case RuleId::s1:
    case RuleId::s2:
      return Looks::pain;
    case RuleId::n1:
    case RuleId::n2:
      return Looks::nerve;
    case RuleId::t4:
    case RuleId::h2:
      return Looks::limits;
    case RuleId::h4:
      return Looks::soreness;
    case RuleId::calm:
      return Looks::all_reports;
    case RuleId::u1:
      return Looks::unrelated;
    case RuleId::f1:
    case RuleId::f2:
    case RuleId::f3:
    case RuleId::r1:
    case RuleId::light:
      return Looks::lift;
    default:
      return Looks::day;
  }
}

bool is_seen(Looks looks, const CheckIn& checkin) {
  const Symptom symptom = symptom_of(checkin);
  switch (looks) {
    case Looks::pain:
      return is_pain(symptom);
    case Looks::soreness:
      return symptom == Symptom::soreness;
    case Looks::sharp:
      return symptom == Symptom::sharp;
    case Looks::nerve:
      return symptom == Symptom::nerve;
    case Looks::limits:
      return checkin.limits > 0;
    case Looks::unrelated:
      return checkin.unrelated;
    case Looks::all_reports:
      return true;
    default:
      return false;
  }
}

std::vector<std::int64_t> sessions_of(const TrainingDay& day) {
  std::vector<std::int64_t> ids;
  for (const LiftDay& lift : day.lifts)
    ids.insert(ids.end(), lift.sessions.begin(), lift.sessions.end());
  return ids;
}

std::vector<std::string> names_of(const std::vector<std::int64_t>& sessions) {
  std::vector<std::string> names;
  names.reserve(sessions.size());
  for (const auto id : sessions) names.push_back(session_name(id));
  return names;
}

/// A deload that stands from an earlier day than the latest.
bool stands(const Finding& found, const State& state, const LiftState* lift) {
  return lift != nullptr && lift->percent > 0 && is_symptom_rule(found.rule) &&
         lift->last_trained != state.last->start.date;
}

std::vector<std::string> records_of(const Finding& found, const State& state, const LiftState* lift,
                                    const std::vector<Screen>& screens) {
  const Looks looks = looks_at(found);
  std::vector<std::string> names;
  if (looks == Looks::screens) {
    names.reserve(screens.size());
    for (const Screen& screen : screens) names.push_back("r" + std::to_string(screen.id));
    return names;
  }
  if ((looks == Looks::lift && lift != nullptr) || stands(found, state, lift)) {
    return names_of(lift->sessions);
  }
  names = names_of(sessions_of(*state.last));
  for (const CheckIn& checkin : state.last->checkins) {
    if (is_seen(looks, checkin)) names.push_back(checkin_name(checkin.id));
  }
  return names;
}

}  // namespace

void add_records(std::vector<Finding>& findings, const State& state, const LiftState* lift,
                 const std::vector<Screen>& screens) {
  for (Finding& found : findings) {
    if (found.verdict == Verdict::pass || found.rule == RuleId::ok) continue;
    found.records = records_of(found, state, lift, screens);
  }
}

}  // namespace hinge::engine
