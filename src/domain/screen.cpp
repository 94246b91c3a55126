#include "hinge/screen.hpp"

#include "domain/names.hpp"

namespace hinge {
namespace {

constexpr Names<all_red_flags.size()> names = {
    "saddle-numbness",  "bladder-change",         "bowel-change",
    "sexual-change",    "leg-weakness-worsening", "both-legs-weak",
    "new-leg-weakness", "spreading-leg-symptoms", "major-trauma",
    "fragility",        "fever-unwell",           "cancer-history",
    "weight-loss",      "severe-night-pain"};

}  // namespace

std::string_view to_string(RedFlag flag) { return name_of(flag, names); }

std::optional<RedFlag> parse_red_flag(std::string_view word) {
  return value_named<RedFlag>(word, names);
}

}  // namespace hinge
