#include "exhaustive/alphabet.hpp"

#include <algorithm>

namespace hinge::exhaustive {
namespace {

using namespace std::chrono_literals;

/// One report on `day`: its length in hours, or ongoing.
Report felt(int day, Nature nature, Nprs peak, std::optional<Minutes> lasted, int limits = 0) {
  Report report{day, {}};
  report.what.nature = nature;
  if (nature != Nature::none) report.what.peak = peak;
  report.what.lasted = lasted;
  report.what.now = lasted ? Nprs{0} : peak;
  report.what.limits = limits;
  return report;
}
Report nothing(int day) { return felt(day, Nature::none, 0, {}); }
Report feel_of_work(int day, Nature nature, Nprs peak, int limits = 0) {
  return felt(day, nature, peak, {}, limits);
}

Report unrelated(Report report) {
  report.what.unrelated = true;
  return report;
}
Report twinge(Report report) {
  report.what.twinge = true;
  return report;
}
Report in(Site site, Report report) {
  report.what.where = site;
  return report;
}
Report over(Nprs baseline, Report report) {
  report.what.baseline = baseline;
  return report;
}

/// One report on the day that lengths of one gap allow, so that kinds can be compared.
void add_single_reports(std::vector<Kind>& kinds, int on) {
  const Minutes two_days = 47h;  // told on the day after: 48 h is not possible yet
  const auto add = [&kinds](std::string_view name, Hue hue, Report report) {
    kinds.push_back({name, hue, {std::move(report)}, {}, false});
  };
  add("none", Hue::green, nothing(on));
  add("pump 7", Hue::green, feel_of_work(on, Nature::pump, 7));
  add("tight 10", Hue::green, feel_of_work(on, Nature::tight, 10));
  add("soreness 5", Hue::green, felt(on, Nature::soreness, 5, two_days));
  add("soreness 7.5", Hue::green, felt(on, Nature::soreness, Score::halves(15), two_days));
  add("soreness 4 now", Hue::may_be_green, felt(on, Nature::soreness, 4, {}));
  add("soreness 8", Hue::red, felt(on, Nature::soreness, 8, 24h));
  add("ache 2", Hue::green, felt(on, Nature::ache, 2, 6h));
  add("ache 2 over baseline 1", Hue::green, over(1, felt(on, Nature::ache, 2, two_days)));
  add("ache 3, 24 h", Hue::may_be_green, felt(on, Nature::ache, 3, 24h));
  add("ache 5.5, 24 h", Hue::may_be_green, felt(on, Nature::ache, Score::halves(11), 24h));
  add("ache 3, 25 h", Hue::red, felt(on, Nature::ache, 3, 25h));
  add("ache 6", Hue::red, felt(on, Nature::ache, 6, 10h));
  add("ache 8", Hue::red, felt(on, Nature::ache, 8, 10h));
  add("ache 8, 25 h", Hue::red, felt(on, Nature::ache, 8, 25h));
  add("ache 4 ongoing", on == 1 ? Hue::amber : Hue::red, felt(on, Nature::ache, 4, {}));
  add("twinge", Hue::amber, twinge(felt(on, Nature::sharp, 1, 1min)));
  add("sharp 3", Hue::red, felt(on, Nature::sharp, 3, 2h));
  add("sharp 6", Hue::red, felt(on, Nature::sharp, 6, 2h));
  add("sharp 6, 2 days", Hue::red, felt(on, Nature::sharp, 6, two_days));
  add("sharp 6, 2 days, limits 2", Hue::red, felt(on, Nature::sharp, 6, two_days, 2));
  add("ache 2, limits 1", Hue::amber, felt(on, Nature::ache, 2, 6h, 1));
  add("ache 2, limits 2", Hue::red, felt(on, Nature::ache, 2, 6h, 2));
  add("tight 5, limits 3", Hue::red, feel_of_work(on, Nature::tight, 5, 3));
  add("tingling below the knee", Hue::red, felt(on, Nature::tingling, 2, 6h));
  add("tingling in the buttock", Hue::red, in(Site::buttock, felt(on, Nature::tingling, 2, 6h)));
  add("unrelated ache 7", Hue::amber, unrelated(felt(on, Nature::ache, 7, 10h)));
}

void add_lasting_soreness(std::vector<Kind>& kinds, int on) {
  constexpr int days = 6;
  if (on < days) return;
  kinds.push_back(
      {"soreness 3, 73 h", Hue::amber, {felt(on, Nature::soreness, 3, 73h)}, {}, false});
  kinds.push_back(
      {"soreness 3, 120 h", Hue::amber, {felt(on, Nature::soreness, 3, 120h)}, {}, false});
  kinds.push_back(
      {"soreness 3, 121 h", Hue::red, {felt(on, Nature::soreness, 3, 121h)}, {}, false});
}

/// Two reports: the feel of the work beside something else, and the quiet ones that end calm.
void add_several_reports(std::vector<Kind>& kinds, int on) {
  const Report ache = felt(on, Nature::ache, 6, 10h);
  const Report tingling = felt(on, Nature::tingling, 2, 6h);
  const Report pump = feel_of_work(on, Nature::pump, 7);
  const Report sore = felt(on, Nature::soreness, Score::halves(15), 47h);
  kinds.push_back({"none and pump 7", Hue::green, {nothing(on), pump}, {}, false});
  kinds.push_back({"ache 6 and pump 7", Hue::red, {ache, pump}, {}, false});
  kinds.push_back({"ache 6 and soreness 7.5", Hue::red, {ache, sore}, {}, false});
  kinds.push_back({"tingling and soreness 7.5", Hue::red, {tingling, sore}, {}, false});
  constexpr int first = 1;
  constexpr int second = 3;
  if (on <= second) return;
  kinds.push_back({"quiet twice", Hue::green, {nothing(first), nothing(second)}, {}, false});
  kinds.push_back({"ache 6, then quiet",
                   Hue::red,
                   {felt(0, Nature::ache, 6, 2h), nothing(first), nothing(second)},
                   {},
                   false});
  kinds.push_back({"ache 6, limits 3, then quiet",
                   Hue::red,
                   {felt(0, Nature::ache, 6, 2h, 3), nothing(first), nothing(second)},
                   {},
                   false});
}

void add_screens(std::vector<Kind>& kinds, int on) {
  kinds.push_back(
      {"a red flag, emergency", Hue::red, {nothing(on)}, {RedFlag::bladder_change}, false});
  kinds.push_back({"a red flag, urgent", Hue::red, {nothing(on)}, {RedFlag::fever_unwell}, false});
  kinds.push_back({"none, and cleared", Hue::may_be_green, {nothing(on)}, {}, true});
}

bool is_feel_of_work(const CheckIn& felt) {
  const Symptom symptom = symptom_of(felt);
  if (felt.limits > 0 || felt.unrelated) return false;
  if (symptom == Symptom::sensation) return true;
  return symptom == Symptom::soreness && peak_of(felt) < 8 && felt.lasted && *felt.lasted <= 72h;
}

/// No worse by any of the words of promise 1; both about the deadlift, on one day.
bool is_no_milder(const Report& b, const Report& a) {
  const Symptom worse = symptom_of(b.what);
  const Symptom milder = symptom_of(a.what);
  if (worse == Symptom::nerve || milder == Symptom::nerve)
    return b.day == a.day && b.what == a.what;
  const bool same_kind = b.day == a.day && b.what.twinge == a.what.twinge &&
                         b.what.unrelated == a.what.unrelated &&
                         b.what.baseline == a.what.baseline && b.what.where == a.what.where;
  const bool lengths_known =
      milder < Symptom::soreness ? true : b.what.lasted.has_value() == a.what.lasted.has_value();
  const bool no_shorter = milder < Symptom::soreness || !a.what.lasted ||
                          (b.what.lasted && *b.what.lasted >= *a.what.lasted);
  const bool no_weaker = milder < Symptom::soreness || peak_of(b.what) >= peak_of(a.what);
  return same_kind && lengths_known && no_shorter && no_weaker && worse >= milder &&
         b.what.limits >= a.what.limits;
}

bool same_screens(const Kind& b, const Kind& a) {
  return b.flags == a.flags && b.clears == a.clears;
}

}  // namespace

std::vector<Kind> kinds_for(int gap) {
  constexpr int latest = 6;  // a length counts for a week
  const int on = std::min(gap - 1, latest);
  std::vector<Kind> kinds = {{"no check-in", Hue::amber, {}, {}, false}};
  add_single_reports(kinds, on);
  add_lasting_soreness(kinds, on);
  add_several_reports(kinds, on);
  add_screens(kinds, on);
  return kinds;
}

bool is_worse(const Kind& b, const Kind& a) {
  if (b.reports.empty() || b.reports.size() != a.reports.size() || !same_screens(b, a))
    return false;
  bool same = true;
  for (std::size_t at = 0; at < b.reports.size(); ++at) {
    if (!is_no_milder(b.reports[at], a.reports[at])) return false;
    same = same && b.reports[at].what == a.reports[at].what;
  }
  return !same;
}

bool is_with_the_feel_of_work(const Kind& b, const Kind& a) {
  if (!same_screens(b, a) || b.reports.size() <= a.reports.size()) return false;
  for (std::size_t at = 0; at < b.reports.size(); ++at) {
    const bool shared = at < a.reports.size();
    if (shared &&
        (b.reports[at].day != a.reports[at].day || !(b.reports[at].what == a.reports[at].what))) {
      return false;
    }
    if (!shared && !is_feel_of_work(b.reports[at].what)) return false;
  }
  return true;
}

}  // namespace hinge::exhaustive
