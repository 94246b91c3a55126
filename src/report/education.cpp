#include "report/education.hpp"

#include <algorithm>
#include <array>

#include "report/rule_words.hpp"
#include "report/words.hpp"

namespace hinge::report {
namespace {

struct Saying {
  Decision decision;
  RuleId rule;  ///< among those that decide
  std::string_view sentence;
};

constexpr std::string_view pain_asks =
    "Feeling the work in your back is normal. This pain asks for a lighter load, not for rest.";

constexpr std::string_view soreness_asks =
    "Soreness is normal. So much of it, or so long, asks for a lighter load, not for rest.";
constexpr std::string_view limits_ask =
    "Feeling the work in your back is normal. Where it gets in the way, a lighter load is enough.";

/// What asks for most patience first: the first that fits is said.
constexpr std::array sayings = {
    Saying{Decision::deload, RuleId::t1, pain_asks},
    Saying{Decision::deload, RuleId::t2, pain_asks},
    Saying{Decision::deload, RuleId::t3, pain_asks},
    Saying{Decision::deload, RuleId::t4, pain_asks},
    Saying{Decision::deload, RuleId::g1, "It is one back for all your lifts."},
    Saying{Decision::deload, RuleId::f3, "A step back after missed reps is a run-up."},
    Saying{Decision::hold, RuleId::p2,
           "After more pain than before, a steady load is training enough."},
    Saying{Decision::hold, RuleId::h6, "Once you say that it has settled, the load can go on."},
    Saying{Decision::hold, RuleId::g1, "It is one back for all your lifts."},
    Saying{Decision::hold, RuleId::u1, "It is one back, whatever it was that asked much of it."},
    Saying{Decision::hold, RuleId::c1, "A load you know is a good way back in."},
    Saying{Decision::hold, RuleId::h2, "That you could do everything counts."},
    Saying{Decision::hold, RuleId::h1, "Mild pain that settles is all right to train with."},
    Saying{Decision::hold, RuleId::h0, "A twinge that is gone at once asks for no rest."},
    Saying{Decision::hold, RuleId::h4,
           "Soreness is normal, and light movement eases it for a while."},
    Saying{Decision::hold, RuleId::h3,
           "Nothing felt? That is worth a check-in too: hinge feel none."},
    Saying{Decision::hold, RuleId::r1, "Most training does not have to be hard."},
    Saying{Decision::hold, RuleId::f1, "A missed rep is part of training."},
    Saying{Decision::hold, RuleId::f2, "A short session is training too."},
    Saying{Decision::hold, RuleId::light,
           "Lighter is not worse: hinge learn lighter-is-not-worse."},
    Saying{Decision::hold, RuleId::layoff,
           "Strength keeps for two weeks and more without training."},
    Saying{Decision::returning, RuleId::layoff, "A lighter load is training too."},
    Saying{Decision::rebuild, RuleId::ok, "A lighter load on the way back is training too."},
    Saying{Decision::progress, RuleId::ok,
           "Feeling deadlifts in your back is normal: it is doing the work."},
    Saying{Decision::start, RuleId::ok, "A lift is felt the most while it is new. That passes."},
};

template <class Asked>
const Finding* find(const Suggestion& suggestion, Asked asked) {
  const auto found = std::find_if(suggestion.findings.begin(), suggestion.findings.end(), asked);
  return found == suggestion.findings.end() ? nullptr : &*found;
}

bool decides(const Suggestion& suggestion, RuleId rule) {
  return find(suggestion, [rule](const Finding& each) {
           return each.rule == rule && each.verdict == Verdict::decides;
         }) != nullptr;
}

/// The day's soreness, or its pain, as the rules saw it.
const Finding* saw(const Suggestion& suggestion, bool (*is_meant)(Symptom)) {
  return find(suggestion, [is_meant](const Finding& each) {
    const auto symptom = symptom_of(each.seen);
    return symptom && is_meant(*symptom);
  });
}

bool is_soreness(Symptom symptom) { return symptom == Symptom::soreness; }
bool is_ache(Symptom symptom) { return symptom >= Symptom::ache; }

/// "Soreness 5/10 for 48 h".
std::string soreness_words(const Evidence& seen) {
  const std::string course = course_words(seen);
  const std::string_view stiff = "stiff ";
  if (course.substr(0, stiff.size()) != stiff) return capitalized(course);
  return "Stiffness " + course.substr(stiff.size());
}

/// What was rightly left alone on the way up.
std::string ignored(const Suggestion& suggestion) {
  if (saw(suggestion, is_ache) != nullptr) {
    return "Mild pain that settles is all right to train with.";
  }
  const Finding* sore = saw(suggestion, is_soreness);
  if (sore == nullptr) return {};
  return soreness_words(sore->seen) + " is inside its normal window: it costs nothing.";
}

bool all_green(const Suggestion& suggestion) {
  return find(suggestion, [](const Finding& each) { return each.light != Light::green; }) ==
         nullptr;
}

bool is_nerve(const Finding& each) {
  return (each.rule == RuleId::n1 || each.rule == RuleId::n2) && each.verdict != Verdict::pass;
}

bool crossed(const Suggestion& suggestion, bool (*is_meant)(Symptom)) {
  return find(suggestion, [is_meant](const Finding& each) {
           const auto symptom = symptom_of(each.seen);
           return is_threshold(each.rule) && each.verdict == Verdict::decides && symptom &&
                  is_meant(*symptom);
         }) != nullptr;
}

/// What crossed a threshold: T4 alone does not tell, and then it is what was felt at all.
std::string_view what_asks(const Suggestion& suggestion) {
  if (crossed(suggestion, is_ache)) return pain_asks;
  if (crossed(suggestion, is_soreness)) return soreness_asks;
  if (saw(suggestion, is_ache) != nullptr) return pain_asks;
  return saw(suggestion, is_soreness) != nullptr ? soreness_asks : limits_ask;
}

std::string_view usual(const Suggestion& suggestion) {
  const auto* const found =
      std::find_if(sayings.begin(), sayings.end(), [&suggestion](const Saying& saying) {
        return saying.decision == suggestion.decision && decides(suggestion, saying.rule);
      });
  return found == sayings.end() ? std::string_view{} : found->sentence;
}

}  // namespace

std::string education(const Suggestion& suggestion) {
  if (suggestion.refer != Refer::none || find(suggestion, is_nerve) != nullptr) return {};
  const bool goes_up =
      suggestion.decision == Decision::progress || suggestion.decision == Decision::rebuild;
  if (goes_up && !ignored(suggestion).empty()) return ignored(suggestion);
  if (suggestion.decision == Decision::start && !all_green(suggestion)) return {};
  const std::string_view sentence = usual(suggestion);
  return std::string{sentence == pain_asks ? what_asks(suggestion) : sentence};
}

}  // namespace hinge::report
