#include "report/words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

#include "domain/fold.hpp"

namespace hinge::report {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::vector<Set> without_warmups(std::vector<Set> sets) {
  sets.erase(std::remove_if(sets.begin(), sets.end(),
                            [](const Set& set) { return set.kind == SetKind::warmup; }),
             sets.end());
  return sets;
}

std::string reps_words(const Set& set) {
  if (!set.failed) return std::to_string(set.reps);
  return set.reps == 0 ? "a miss" : fmt::format("{} + miss", set.reps);
}

/// "RPE 8" where all sets have that one, "RPE 8, 8.5, 10" where they differ, and the highest where
/// some have none.
std::string rpe_words(const std::vector<Set>& sets) {
  std::vector<Rpe> rpes;
  for (const Set& set : sets) {
    if (set.rpe) rpes.push_back(*set.rpe);
  }
  if (rpes.empty()) return {};
  if (rpes.size() < sets.size()) {
    return ", RPE up to " + to_string(*std::max_element(rpes.begin(), rpes.end()));
  }
  const bool one = std::all_of(rpes.begin(), rpes.end(), [&](Rpe rpe) { return rpe == rpes[0]; });
  std::string out = ", RPE " + to_string(rpes[0]);
  if (one) return out;
  for (std::size_t i = 1; i < rpes.size(); ++i) out += ", " + to_string(rpes[i]);
  return out;
}

/// Sets at one load.
std::string words_at_one_load(const std::vector<Set>& sets) {
  const Set& first = sets.front();
  const bool alike = std::all_of(sets.begin(), sets.end(), [&](const Set& set) {
    return set.reps == first.reps && !set.failed;
  });
  std::string out;
  if (alike) {
    out = fmt::format("{} of {}", count_of(sets.size(), "set"), first.reps);
  } else {
    for (const Set& set : sets) out += (out.empty() ? "" : ", ") + reps_words(set);
  }
  return out + " at " + to_string(first.weight) + rpe_words(sets);
}

}  // namespace

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::string duration(Minutes minutes) {
  const auto hours = minutes.count() / 60;
  const auto rest = minutes.count() % 60;
  if (rest == 0) return fmt::format("{} h", hours);
  if (hours == 0) return fmt::format("{} min", rest);
  return fmt::format("{} h {} min", hours, rest);
}

std::string day(Date date, Date today) {
  const std::chrono::year_month_day civil{date};
  std::string out = fmt::format("{} {} {}", weekdays[std::chrono::weekday{date}.c_encoding()],
                                static_cast<unsigned>(civil.day()),
                                months[static_cast<unsigned>(civil.month()) - 1]);
  const std::chrono::year year = civil.year();
  if (year != std::chrono::year_month_day{today}.year()) {
    out += fmt::format(" {}", static_cast<int>(year));
  }
  return out;
}

std::string full_day(Date date) {
  // No year is this one: so none is left out.
  return day(date, std::chrono::year{1} / 1 / 1);
}

std::string days_ago(Date date, Date today) {
  const auto days = (today - date).count();
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  return fmt::format("{} days ago", days);
}

std::string spaced(std::string_view word) {
  std::string out{word};
  std::replace(out.begin(), out.end(), '-', ' ');
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string uncapitalized(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

std::string_view limits_words(int limits) {
  static constexpr std::array<std::string_view, 4> said = {
      "did everything", "limited a little, but did everything", "changed or skipped something",
      "could not do normal things, or was woken by it"};
  return said.at(static_cast<std::size_t>(std::clamp(limits, 0, 3)));
}

std::string felt(Nature nature, std::optional<Nprs> peak) {
  if (nature == Nature::none) return "nothing felt";
  std::string out{to_string(nature)};
  if (peak) out += " " + to_string(*peak) + "/10";
  return out;
}

std::string felt(const DayFelt& day) {
  std::string worst = felt(day.nature, day.peak);
  if (day.lasted == Minutes{0}) return worst;
  return fmt::format("{}, {}{}", worst, day.ongoing ? "over " : "", duration(day.lasted));
}

std::string words(const CheckIn& checkin) {
  std::string out = felt(checkin.nature, checkin.peak);
  if (checkin.lasted) {
    out += " for " + duration(*checkin.lasted);
  } else if (symptom_of(checkin) >= Symptom::soreness) {
    out += ", ongoing";
  }
  if (checkin.twinge) out += ", a twinge";
  if (checkin.where) out += ", " + spaced(to_string(*checkin.where));
  if (checkin.side) {
    out += checkin.side == Side::both ? ", both sides"
                                      : fmt::format(", {} side", to_string(*checkin.side));
  }
  out += ", ";
  out += limits_words(checkin.limits);
  if (checkin.unrelated) out += ", not from the deadlift";
  return out;
}

std::string taken_as(const CheckIn& checkin) {
  if (symptom_of(checkin) == symptom_of(checkin.nature)) return {};
  const bool below_knee = checkin.where == Site::leg_below_knee;
  return std::string{"taken as an ache: soreness that "} +
         (below_knee ? "is below the knee" : "began in the session") + " counts as pain";
}

std::string not_used(Weight outlier) { return to_string(outlier) + " not used"; }

std::string set_words(const Set& set) {
  std::string out = to_string(set.weight) + " × " + reps_words(set);
  if (set.rpe) out += ", RPE " + to_string(*set.rpe);
  if (set.kind == SetKind::warmup) out += ", warm-up";
  if (set.kind == SetKind::outlier) out += ", far off the usual: not used";
  return out;
}

std::string words(const std::vector<Set>& sets) {
  const std::vector<Set> work = without_warmups(sets);
  if (work.empty()) return sets.empty() ? "no sets" : "warm-ups only";
  std::string out;
  for (auto first = work.begin(); first != work.end();) {
    const auto last = std::find_if(first, work.end(),
                                   [first](const Set& set) { return set.weight != first->weight; });
    out += (out.empty() ? "" : "; ") + words_at_one_load({first, last});
    first = last;
  }
  return out;
}

std::size_t warmups_in(const std::vector<Set>& sets) {
  return static_cast<std::size_t>(std::count_if(
      sets.begin(), sets.end(), [](const Set& set) { return set.kind == SetKind::warmup; }));
}

std::string lift_words(std::string_view lift) {
  return lift == "deadlift" ? std::string{} : std::string{lift};
}

bool is_about_its_lift(const Suggestion& suggestion) {
  return suggestion.decision != Decision::calm && suggestion.decision != Decision::stop;
}

std::string words(const Target& target) {
  if (target.lead_in.empty()) {
    const std::string effort =
        target.rpe_cap ? fmt::format(", up to RPE {}", to_string(*target.rpe_cap)) : "";
    return fmt::format("{} × {} × {}{}", to_string(target.weight), target.reps, target.sets,
                       effort);
  }
  std::string out;
  for (const LeadIn& set : target.lead_in) {
    out += fmt::format("{} × {}, ", to_string(set.weight), set.reps);
  }
  return out + fmt::format("then {} × {}", to_string(target.weight), target.reps);
}

std::string spoken(const Target& target) {
  std::string before;
  for (const LeadIn& set : target.lead_in) {
    before += fmt::format("{} reps at {}, ", set.reps, to_string(set.weight));
  }
  if (!before.empty()) before += "then ";
  return before + fmt::format("{} of {} at {}",
                              count_of(static_cast<std::size_t>(target.sets), "set"), target.reps,
                              to_string(target.weight));
}

std::string decision_words(const Suggestion& suggestion) {
  std::string out{to_string(suggestion.decision)};
  if (suggestion.deload_percent) out += fmt::format(" {} %", *suggestion.deload_percent);
  return out;
}

std::string_view refer_words(Refer refer) {
  switch (refer) {
    case Refer::see_pt:
      return "see a physical therapist";
    case Refer::urgent:
      return "call a doctor today";
    case Refer::emergency:
      return "go to an emergency department";
    case Refer::none:
      break;
  }
  return {};
}

std::string lifter_words(const Lifter& lifter) {
  if (lifter.name.empty()) return lifter.id;
  if (folded(lifter.name) == lifter.id) return lifter.name;
  return fmt::format("{} ({})", lifter.name, lifter.id);
}

std::string screen_name(std::int64_t id) { return "r" + std::to_string(id); }

SessionsByDay::SessionsByDay(const std::vector<Session>& sessions) : days_(sessions) {
  for (const Session& session : sessions) {
    const auto [first, added] = first_.try_emplace(session.when.date, session.id);
    if (!added) first->second = std::min(first->second, session.id);
  }
}

std::optional<std::int64_t> SessionsByDay::about(const CheckIn& checkin) const {
  if (checkin.session) return checkin.session;
  const std::optional<Date> training = days_.of(checkin);
  if (!training) return std::nullopt;
  return first_.at(*training);
}

std::string SessionsByDay::name_for(const CheckIn& checkin) const {
  const std::optional<std::int64_t> session = about(checkin);
  return session ? session_name(*session) : std::string{};
}

}  // namespace hinge::report
