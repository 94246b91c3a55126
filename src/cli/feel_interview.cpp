#include "cli/feel_interview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "cli/ask.hpp"
#include "cli/checkin_reading.hpp"
#include "cli/days.hpp"
#include "cli/fill.hpp"
#include "cli/nature_word.hpp"
#include "cli/option_values.hpp"

namespace hinge::cli {
namespace {

bool is_no(std::string_view answer) {
  constexpr std::array<std::string_view, 4> words = {"no", "n", "none", "nothing"};
  return std::find(words.begin(), words.end(), answer) != words.end();
}

/// One interview: where it is held, and what it has found out so far.
class Interview {
 public:
  Interview(Context& context, CheckIn begun, const CheckInCheck& check)
      : context_(context), found_(std::move(begun)), check_(check) {}

  CheckIn hold() {
    ask_nature();
    const Symptom symptom = symptom_of(found_.nature);
    if (symptom == Symptom::none) return found_;
    if (symptom >= Symptom::soreness) ask_about_symptom();
    ask_limits();
    return found_;
  }

 private:
  void ask_nature() {
    say(context_, "How does it feel since the last session? (q leaves, and nothing is stored)");
    say(context_, "  none");
    say_meaning("pump, fatigue, tight", "feeling the work");
    say_meaning("soreness, stiff", "sore muscles");
    say_meaning("ache", "a pain that is dull");
    say_meaning("sharp, stabbing, catching", "a pain that is sharp");
    say_meaning("shooting, tingling, numb, weak", "as if from a nerve");
    found_.nature = ask_until(context_, "What is it like?", read_nature);
  }

  /// In two columns, where there is room for them.
  void say_meaning(std::string_view words, std::string_view meaning) {
    const bool narrow = is_narrow(columns_of(context_.terminal.width));
    say(context_, narrow ? fmt::format("  {}: {}", words, meaning)
                         : fmt::format("  {:<32}{}", words, meaning));
  }

  void ask_about_symptom() {
    ask_place();
    ask_peak();
    ask_twinge();
    if (found_.twinge) return;
    if (const auto onset = ask_for_one_of(
            context_, "When did it begin: during, after or next-day? (Enter: not sure)",
            {onset_words, onset_words + 3}, true)) {
      found_.onset = parse_onset(*onset);
    }
    ask_duration();
    ask_factors();
  }

  void ask_place() {
    const auto site =
        ask_for_one_of(context_,
                       "Where: low-back, upper-back, hip, buttock, hamstring, leg-above-knee or "
                       "leg-below-knee? (Enter: hard to say)",
                       {site_words, site_words + 7}, true);
    if (!site) return;
    found_.where = parse_site(*site);
    if (const auto side =
            ask_for_one_of(context_, "On which side: left, right or both? (Enter: neither)",
                           {side_words, side_words + 3}, true)) {
      found_.side = parse_side(*side);
    }
  }

  void ask_peak() {
    found_.peak = ask_until(context_, "How strong at its worst, 0 (none) to 10 (worst imaginable)?",
                            [this](const std::string& answer) {
                              CheckIn tried = found_;
                              tried.peak = read_pain(answer, "the score");
                              check_(tried);
                              return *tried.peak;
                            });
  }

  void ask_twinge() {
    const bool may_be_one =
        symptom_of(found_.nature) == Symptom::sharp && peak_of(found_) <= Nprs{2};
    if (!may_be_one || !ask_yes_no(context_, "Was it gone before the next set?")) return;
    found_.twinge = true;
    found_.lasted = Minutes{1};
  }

  void ask_duration() {
    if (ask_yes_no(context_, "Is it still there?")) {
      found_.now =
          ask_until(context_, "How strong is it now, 0 to 10?", [this](const std::string& answer) {
            CheckIn tried = found_;
            tried.now = read_pain(answer, "the score");
            check_(tried);
            return tried.now;
          });
      return;
    }
    found_.lasted = ask_until(context_, "How long did it last, from the session on? (30m, 6h, 2d)",
                              [this](const std::string& answer) {
                                CheckIn tried = found_;
                                tried.lasted = read_duration(answer, "the time");
                                check_(tried);
                                return *tried.lasted;
                              });
  }

  void ask_factors() {
    add_factors("What makes it worse? (Enter: nothing)", found_.worse_with);
    add_factors("What eases it? (Enter: nothing)", found_.eases_with);
  }

  void add_factors(std::string_view question, std::vector<std::string>& factors) {
    auto more = ask_until(context_, question, [](const std::string& answer) {
      return is_no(answer) ? std::vector<std::string>{} : read_factors(answer, "the answer");
    });
    std::move(more.begin(), more.end(), std::back_inserter(factors));
  }

  void ask_limits() {
    say(context_, "Did it keep you from anything?");
    say(context_, "  0  no");
    say(context_, "  1  a little, but I did everything");
    say(context_, "  2  I changed or skipped something");
    say(context_, "  3  I could not do normal things, or it woke me");
    found_.limits = ask_until(context_, "0 to 3?", [](const std::string& answer) {
      return is_no(answer) ? 0 : read_whole(answer, 0, 3, "the answer");
    });
  }

  Context& context_;
  CheckIn found_;
  const CheckInCheck& check_;
};

}  // namespace

CheckIn ask_how_it_feels(Context& context, CheckIn begun, const CheckInCheck& check) {
  return Interview(context, std::move(begun), check).hold();
}

}  // namespace hinge::cli
