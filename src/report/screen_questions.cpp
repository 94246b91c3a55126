#include "report/screen_questions.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace hinge::report {
namespace {

struct Wording {
  RedFlag flag;
  std::string_view question;
  std::string_view in_a_sentence;
};

constexpr std::array<Wording, all_red_flags.size()> wordings = {{
    {RedFlag::saddle_numbness,
     "Have you lost feeling, or has it changed, between your legs: around the genitals, the back "
     "passage or the inner thighs?",
     "changed feeling between the legs"},
    {RedFlag::bladder_change,
     "Is passing urine different lately: hard to start, hard to feel, or hard to hold?",
     "a change in passing urine"},
    {RedFlag::bowel_change,
     "Is opening your bowels different lately: can you not hold it, or not feel it?",
     "a change in bowel control"},
    {RedFlag::sexual_change,
     "Has feeling or function changed during sex since this began: numbness, or no erection or "
     "climax?",
     "a change in sexual function"},
    {RedFlag::leg_weakness_worsening, "Is a leg or foot losing strength, more from day to day?",
     "a leg that loses strength from day to day"},
    {RedFlag::both_legs_weak, "Do both legs have pain, tingling or less strength at the same time?",
     "symptoms in both legs at once"},
    {RedFlag::new_leg_weakness,
     "Does a foot drag, or does a leg give way or feel weak, since this began?",
     "a leg or foot that is weak"},
    {RedFlag::spreading_leg_symptoms, "Is pain, tingling or numbness spreading further down a leg?",
     "symptoms spreading down a leg"},
    {RedFlag::major_trauma, "Did this begin with a hard fall, a crash or a blow?",
     "a hard fall, crash or blow"},
    {RedFlag::fragility,
     "Good to know once: have you been told that your bones are thin (osteoporosis), taken steroid "
     "tablets for months, or strained your back after the age of 65?",
     "bones that may be thin"},
    {RedFlag::fever_unwell,
     "Do you have a fever, chills or night sweats, or feel ill along with your back?",
     "fever or feeling ill"},
    {RedFlag::cancer_history,
     "Good to know once: have you ever been treated for cancer, even long ago?",
     "a history of cancer"},
    {RedFlag::weight_loss, "Have you lost weight lately without meaning to?",
     "weight loss without meaning to"},
    {RedFlag::severe_night_pain, "Does strong pain keep you awake at night, whatever way you lie?",
     "strong pain at night in any position"},
}};

const Wording& wording_of(RedFlag flag) {
  const auto* const found = std::find_if(wordings.begin(), wordings.end(),
                                         [flag](const Wording& w) { return w.flag == flag; });
  assert(found != wordings.end());
  return *found;
}

}  // namespace

std::string_view screen_intro() {
  return "A few questions a physical therapist would ask. A yes is rare, and often has a simple "
         "explanation; it only means that someone should look before you lift.";
}

std::string_view question_for(RedFlag flag) { return wording_of(flag).question; }

std::string_view words_for(RedFlag flag) { return wording_of(flag).in_a_sentence; }

}  // namespace hinge::report
