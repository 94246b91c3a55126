#include "hinge/checkin.hpp"

#include <algorithm>
#include <array>

#include "domain/names.hpp"

namespace hinge {
namespace {

constexpr Names<14> nature_names = {"none",     "pump",     "fatigue", "tight",    "soreness",
                                    "stiff",    "ache",     "sharp",   "stabbing", "catching",
                                    "shooting", "tingling", "numb",    "weak"};
constexpr std::array<Symptom, nature_names.size()> families = {
    Symptom::none,     Symptom::sensation, Symptom::sensation, Symptom::sensation,
    Symptom::soreness, Symptom::soreness,  Symptom::ache,      Symptom::sharp,
    Symptom::sharp,    Symptom::sharp,     Symptom::nerve,     Symptom::nerve,
    Symptom::nerve,    Symptom::nerve};
constexpr Names<7> site_names = {"low-back",  "upper-back",     "hip",           "buttock",
                                 "hamstring", "leg-above-knee", "leg-below-knee"};
constexpr Names<3> side_names = {"left", "right", "both"};
constexpr Names<3> onset_names = {"during", "after", "next-day"};

constexpr Nprs worst{10};
constexpr Nprs strongest_twinge{2};
/// Longer than anybody rests between two sets.
constexpr Minutes longest_twinge{30};

}  // namespace

Symptom symptom_of(Nature nature) { return families.at(static_cast<std::size_t>(nature)); }

Symptom symptom_of(const CheckIn& checkin) {
  const Symptom family = symptom_of(checkin.nature);
  const bool like_an_ache = checkin.onset == Onset::during || checkin.where == Site::leg_below_knee;
  return family == Symptom::soreness && like_an_ache ? Symptom::ache : family;
}

Nprs peak_of(const CheckIn& checkin) { return checkin.peak.value_or(0); }

std::string checkin_name(std::int64_t id) { return "f" + std::to_string(id); }

std::string_view to_string(Nature nature) { return name_of(nature, nature_names); }
std::string_view to_string(Site site) { return name_of(site, site_names); }
std::string_view to_string(Side side) { return name_of(side, side_names); }
std::string_view to_string(Onset onset) { return name_of(onset, onset_names); }

std::optional<Nature> parse_nature(std::string_view word) {
  return value_named<Nature>(word, nature_names);
}
std::optional<Site> parse_site(std::string_view word) {
  return value_named<Site>(word, site_names);
}
std::optional<Side> parse_side(std::string_view word) {
  return value_named<Side>(word, side_names);
}
std::optional<Onset> parse_onset(std::string_view word) {
  return value_named<Onset>(word, onset_names);
}

namespace {

bool on_the_scale(Nprs score) { return score >= 0 && score <= worst; }

std::string contradiction_in_scores(const CheckIn& checkin) {
  if (!on_the_scale(peak_of(checkin)) || !on_the_scale(checkin.now) ||
      !on_the_scale(checkin.baseline)) {
    return "pain is told from 0 (none) to 10 (the worst you can imagine)";
  }
  if (checkin.limits < 0 || checkin.limits > 3) {
    return "limits go from 0 (did everything) to 3 (could not do normal things, or it woke me)";
  }
  if (checkin.lasted && *checkin.lasted < Minutes{0}) return "lasted can't be less than nothing";
  return {};
}

std::string contradiction_in_peak(const CheckIn& checkin) {
  const std::string nature{to_string(checkin.nature)};
  const Symptom family = symptom_of(checkin.nature);
  if (family == Symptom::none && peak_of(checkin) > 0) {
    return "nothing felt, and " + to_string(peak_of(checkin)) +
           "/10? Name what it was, as in ache=" + to_string(peak_of(checkin));
  }
  if (family < Symptom::soreness) return {};
  if (!checkin.peak) {
    return "how strong was it at its worst, 0 to 10? Write it as " + nature + "=3";
  }
  // Numb, weak or tingling without any pain is no contradiction.
  if (*checkin.peak == 0 && family != Symptom::nerve) {
    return nature + "=0 says there was none: if nothing hurt, write none; else " + nature +
           "=1 or more";
  }
  return {};
}

std::string contradiction_in_now(const CheckIn& checkin) {
  const bool has_a_peak = checkin.peak || checkin.nature == Nature::none;
  const Nprs most = std::max(peak_of(checkin), checkin.baseline);
  if (!has_a_peak || checkin.now <= most) return {};
  return "now " + to_string(checkin.now) + "/10 is more than its peak of " +
         to_string(peak_of(checkin)) + ": which one is it? The peak is the worst it has been";
}

std::string contradiction_in_twinge(const CheckIn& checkin) {
  if (!checkin.twinge) return {};
  const bool brief = !checkin.lasted || *checkin.lasted <= longest_twinge;
  if (symptom_of(checkin.nature) == Symptom::sharp && peak_of(checkin) <= strongest_twinge &&
      brief) {
    return {};
  }
  return "a twinge is sharp, 2/10 at most, and gone before the next set: if this was more, leave "
         "out --twinge";
}

}  // namespace

std::string contradiction_in(const CheckIn& checkin) {
  for (const auto check : {contradiction_in_scores, contradiction_in_peak, contradiction_in_now,
                           contradiction_in_twinge}) {
    if (std::string found = check(checkin); !found.empty()) return found;
  }
  return {};
}

}  // namespace hinge
