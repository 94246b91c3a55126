#include "exchange/policy_checks.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "exchange/json_fields.hpp"
#include "exchange/policy_keys.hpp"
#include "exchange/policy_scheme.hpp"
#include "exchange/strict_json.hpp"

namespace hinge::exchange {
namespace {

using Json = nlohmann::ordered_json;

/// A policy, and the file it is from.
struct Judged {
  const Policy& policy;
  const nlohmann::json& document;
  [[nodiscard]] bool says(std::string_view key) const { return document.contains(key); }
};

std::string place(std::string_view key) { return pointer_to("", key); }
std::string place(std::string_view key, std::size_t index) { return pointer_to(place(key), index); }

/// The first is at most the second.
struct Order {
  std::string_view low;
  std::string_view high;
};
constexpr std::array orders = {
    Order{"mild_pain", "excessive_pain"},
    Order{"excessive_pain", "severe_pain"},
    Order{"slow_soreness_h", "lingering_soreness_h"},
    Order{"limiting", "disabling"},
    Order{"nerve_above_knee_percent", "nerve_below_knee_percent"},
};

void check_orders(const Judged& judged) {
  for (const auto& [low, high] : orders) {
    const Json less = written_key(low, judged.policy);
    const Json more = written_key(high, judged.policy);
    if (less <= more) continue;
    if (judged.says(high) && !judged.says(low)) {
      refuse_at(place(high), more.dump() + " is under " + std::string{low} + ", " + less.dump());
    }
    refuse_at(place(low), less.dump() + " is over " + std::string{high} + ", " + more.dump());
  }
}

void check_rungs(const Judged& judged) {
  constexpr int widest_gap = 20;
  const std::vector<int>& rungs = judged.policy.rungs;
  for (std::size_t at = 1; at < rungs.size(); ++at) {
    const int gap = rungs[at] - rungs[at - 1];
    if (gap > 0 && gap <= widest_gap) continue;
    refuse_at(place("rungs", at), std::to_string(rungs[at]) +
                                      (gap > 0 ? " is more than 20 above " : " is not above ") +
                                      std::to_string(rungs[at - 1]));
  }
  if (rungs.back() != highest_rung) {
    refuse_at(place("rungs", rungs.size() - 1),
              std::to_string(rungs.back()) + " is the last rung, and that is 100");
  }
}

/// A deload has to have a rung to go to.
void check_within_ladder(const Judged& judged, const std::string& pointer, int percent) {
  const int most = highest_rung - judged.policy.rungs.front();
  if (percent <= most) return;
  const std::string lowest = std::to_string(judged.policy.rungs.front());
  refuse_at(pointer, std::to_string(percent) + " is more than " + std::to_string(most) +
                         ", what the lowest rung (" + lowest + ") is below 100");
}

void check_deloads(const Judged& judged) {
  const Policy& policy = judged.policy;
  const auto& percents = policy.deload_percent;
  for (std::size_t at = 0; at < percents.size(); ++at) {
    if (at > 0 && percents.at(at) < percents.at(at - 1)) {
      refuse_at(place("deload_percents", at), std::to_string(percents.at(at)) + " is less than " +
                                                  std::to_string(percents.at(at - 1)) +
                                                  ", and a worse day asks for no smaller deload");
    }
    check_within_ladder(judged, place("deload_percents", at), percents.at(at));
  }
  check_within_ladder(judged, place("nerve_below_knee_percent"), policy.nerve_below_knee_percent);
  check_within_ladder(judged, place("nerve_above_knee_percent"), policy.nerve_above_knee_percent);
  check_within_ladder(judged, place("missed_percent"), policy.missed_percent);
}

void check_layoff(std::string_view key, const std::vector<LayoffRung>& layoff) {
  for (std::size_t at = 1; at < layoff.size(); ++at) {
    const LayoffRung& before = layoff[at - 1];
    const LayoffRung& step = layoff[at];
    const std::string pointer = place(key, at);
    if (step.over_days <= before.over_days) {
      refuse_at(
          pointer_to(pointer, "over_days"),
          std::to_string(step.over_days) + " is not more than " + std::to_string(before.over_days));
    }
    const bool falls = step.rung > 0 && (before.rung == 0 || step.rung < before.rung);
    if (falls) continue;
    refuse_at(pointer_to(pointer, "rung"),
              (step.rung == 0 ? "null" : std::to_string(step.rung)) + " is not below " +
                  (before.rung == 0 ? "a hold" : std::to_string(before.rung)));
  }
}

void check_layoffs(const Judged& judged) {
  check_layoff("layoff", judged.policy.layoff);
  check_layoff("lift_layoff", judged.policy.lift_layoff);
}

void check_block(const Judged& judged) {
  if (!judged.policy.block) return;
  constexpr int days_in_a_week = 7;
  const int a_week = judged.policy.most_a_week == 0 ? days_in_a_week : judged.policy.most_a_week;
  const int most = judged.policy.block->weeks * a_week;
  if (judged.policy.block->exposures <= most) return;
  refuse_at("/block/exposures", std::to_string(judged.policy.block->exposures) +
                                    " is more than fit in, at most " + std::to_string(most));
}

// What progress is

void check_reach(std::string_view reps_key, int reps, Rpe rpe) {
  constexpr int table = 16;
  if (Score{reps} + Score{10} - rpe <= Score{table}) return;
  refuse_at(pointer_to("/scheme", reps_key),
            std::to_string(reps) + " at RPE " + to_string(rpe) +
                " is beyond the RPE table, which ends at 16 reps to failure");
}

/// The effort that is asked for must not hold the next load back.
void check_hold(const Judged& judged, std::string_view rpe_key, Rpe rpe) {
  if (rpe < judged.policy.rpe_hold) return;
  const std::string hold = to_string(judged.policy.rpe_hold);
  if (judged.says("scheme") || !judged.says("rpe_hold")) {
    refuse_at(pointer_to("/scheme", rpe_key),
              to_string(rpe) + " is not under rpe_hold, " + hold + ": every day would be a hold");
  }
  refuse_at("/rpe_hold", hold + " is not over the scheme's RPE " + to_string(rpe) +
                             ": every day would be a hold");
}

struct SchemeCheck {
  const Judged& judged;

  void operator()(const Linear&) const {}
  void operator()(const DoubleProgression& range) const {
    constexpr Rpe usual_effort = 8;
    if (range.low > range.high) {
      refuse_at("/scheme/low",
                std::to_string(range.low) + " is over high, " + std::to_string(range.high));
    }
    check_reach("low", range.low, range.rpe_cap.value_or(usual_effort));
    if (range.rpe_cap) check_hold(judged, "rpe_cap", *range.rpe_cap);
  }
  void operator()(const RpeTarget& target) const {
    check_reach("reps", target.reps, target.rpe);
    check_hold(judged, "rpe", target.rpe);
  }
  void operator()(const Wave& wave) const {
    int highest = wave.weeks.front().back().percent;
    for (std::size_t week = 0; week < wave.weeks.size(); ++week) {
      check_week(wave.weeks.at(week), week, highest);
      highest = std::max(highest, wave.weeks.at(week).back().percent);
    }
  }

  /// In a week the percents don't fall; its top set is no jump above the weeks before it.
  static void check_week(const WaveWeek& sets, std::size_t week, int highest) {
    constexpr int largest_step = 110;
    const std::string pointer = pointer_to("/scheme/weeks", week);
    for (std::size_t at = 1; at < sets.size(); ++at) {
      if (sets.at(at).percent >= sets.at(at - 1).percent) continue;
      refuse_at(pointer_to(pointer_to(pointer, at), "percent"),
                std::to_string(sets.at(at).percent) + " is less than " +
                    std::to_string(sets.at(at - 1).percent) + " before it");
    }
    const int top = sets.back().percent;
    if (top * 100 <= highest * largest_step) return;
    refuse_at(pointer_to(pointer_to(pointer, sets.size() - 1), "percent"),
              std::to_string(top) + " is over 10 % more than the weeks before it (" +
                  std::to_string(highest) + ")");
  }
};

void check_scheme(const Judged& judged) {
  std::visit(SchemeCheck{judged}, judged.policy.progression);
}

// Who answers for it

/// Keys where one way is less careful than the article with section 3's defaults (E2, T1 to T4, and
/// what calm comes back to).
struct Guard {
  std::string_view key;
  bool more_is_careful;
};
constexpr std::array guards = {
    Guard{"excessive_pain", false},
    Guard{"severe_pain", false},
    Guard{"excessive_soreness", false},
    Guard{"lingering_pain_h", false},
    Guard{"lingering_soreness_h", false},
    Guard{"limiting", false},
    Guard{"disabling", false},
    Guard{"new_pain", false},
    Guard{"deload_percents", true},
    Guard{"calm_quiet_h", true},
};

void need_clinician(const std::string& pointer, const Json& value, const Json& usual) {
  refuse_at(pointer, value.dump() + " is less careful than the usual " + usual.dump(),
            R"(name who answers for it: clinician=NAME, or "clinician": "NAME" in a file)");
}

bool is_less_careful(const Json& value, const Json& usual, bool more_is_careful) {
  return more_is_careful ? value < usual : value > usual;
}

void check_guard(const Guard& guard, const Json& value, const Json& usual) {
  if (!value.is_array()) {
    if (is_less_careful(value, usual, guard.more_is_careful)) {
      need_clinician(place(guard.key), value, usual);
    }
    return;
  }
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!is_less_careful(value.at(at), usual.at(at), guard.more_is_careful)) continue;
    need_clinician(place(guard.key, at), value.at(at), usual.at(at));
  }
}

void check_clinician(const Judged& judged) {
  if (!judged.policy.clinician.empty()) return;
  const Policy usual;
  for (const Guard& guard : guards) {
    check_guard(guard, written_key(guard.key, judged.policy), written_key(guard.key, usual));
  }
  // Calm is left at the lowest rung.
  if (judged.policy.rungs.front() > usual.rungs.front()) {
    need_clinician("/rungs/0", judged.policy.rungs.front(), usual.rungs.front());
  }
}

constexpr std::array checks = {check_orders, check_rungs,  check_deloads,  check_layoffs,
                               check_block,  check_scheme, check_clinician};

}  // namespace

void check_policy(const Policy& policy, const nlohmann::json& document) {
  for (const auto check : checks) check({policy, document});
}

}  // namespace hinge::exchange
