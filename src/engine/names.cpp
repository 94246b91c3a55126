#include <algorithm>
#include <array>
#include <cassert>

#include "hinge/suggestion.hpp"

namespace hinge {
namespace {

constexpr std::array rules = {
    RuleInfo{RuleId::e1, "E1", Source::published},
    RuleInfo{RuleId::e2, "E2", Source::published},
    RuleInfo{RuleId::t1, "T1", Source::article},
    RuleInfo{RuleId::t2, "T2", Source::article},
    RuleInfo{RuleId::t3, "T3", Source::article},
    RuleInfo{RuleId::t4, "T4", Source::article},
    RuleInfo{RuleId::n1, "N1", Source::published},
    RuleInfo{RuleId::n2, "N2", Source::published},
    RuleInfo{RuleId::calm, "CALM", Source::article},
    RuleInfo{RuleId::f3, "F3", Source::practice},
    RuleInfo{RuleId::h0, "H0", Source::design},
    RuleInfo{RuleId::h1, "H1", Source::published},
    RuleInfo{RuleId::h2, "H2", Source::design},
    RuleInfo{RuleId::h3, "H3", Source::design},
    RuleInfo{RuleId::h4, "H4", Source::published},
    RuleInfo{RuleId::h6, "H6", Source::design},
    RuleInfo{RuleId::p2, "P2", Source::published},
    RuleInfo{RuleId::f1, "F1", Source::practice},
    RuleInfo{RuleId::f2, "F2", Source::design},
    RuleInfo{RuleId::r1, "R1", Source::practice},
    RuleInfo{RuleId::u1, "U1", Source::design},
    RuleInfo{RuleId::s1, "S1", Source::design},
    RuleInfo{RuleId::s2, "S2", Source::published},
    RuleInfo{RuleId::g1, "G1", Source::design},
    RuleInfo{RuleId::c1, "C1", Source::design},
    RuleInfo{RuleId::light, "LIGHT", Source::design},
    RuleInfo{RuleId::layoff, "L", Source::practice},
    RuleInfo{RuleId::ok, "OK", Source::practice},
};

}  // namespace

const RuleInfo& rule_info(RuleId id) {
  const auto* const found =
      std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return rule.id == id; });
  assert(found != rules.end());
  return *found;
}

std::string_view to_string(Decision decision) {
  constexpr std::array<std::string_view, 8> names = {"start", "progress", "rebuild", "return",
                                                     "hold",  "deload",   "calm",    "stop"};
  return names.at(static_cast<std::size_t>(decision));
}

std::string_view to_string(Phase phase) {
  constexpr std::array<std::string_view, 3> names = {"build", "rebuild", "calm"};
  return names.at(static_cast<std::size_t>(phase));
}

std::string_view to_string(Refer refer) {
  constexpr std::array<std::string_view, 4> names = {"none", "see_pt", "urgent", "emergency"};
  return names.at(static_cast<std::size_t>(refer));
}

std::string_view to_string(Source source) {
  constexpr std::array<std::string_view, 4> names = {"article", "published", "practice", "design"};
  return names.at(static_cast<std::size_t>(source));
}

std::string_view to_string(Verdict verdict) {
  constexpr std::array<std::string_view, 3> names = {"decides", "fired", "pass"};
  return names.at(static_cast<std::size_t>(verdict));
}

}  // namespace hinge
