#pragma once

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "engine/log.hpp"

/// Reads tests/engine/corpus.txt: its head says what the lines are.
namespace hinge::test::corpus {

/// What is asked of a history, and the model's answer as one line.
struct Question {
  Moment when;
  std::string lift;
  std::string answer;
};

struct Life {
  std::string name;
  History history;
  std::vector<Question> questions;
};

inline constexpr Date corpus_zero{std::chrono::days{20514}};  // 2026-03-02

[[nodiscard]] inline std::vector<std::string> words_of(const std::string& line, char between) {
  std::vector<std::string> words(1);
  for (const char letter : line) {
    if (letter == between) {
      words.emplace_back();
    } else {
      words.back() += letter;
    }
  }
  return words;
}

/// The number that a text begins with, in thousandths; the rest of it stays in the text.
[[nodiscard]] inline std::int64_t take_thousandths(std::string& text) {
  std::int64_t value = 0;
  std::size_t at = 0;
  int decimals = -1;
  for (; at < text.size(); ++at) {
    if (text[at] == '.') {
      decimals = 0;
    } else if (text[at] < '0' || text[at] > '9') {
      break;
    } else {
      value = value * 10 + (text[at] - '0');
      if (decimals >= 0) ++decimals;
    }
  }
  if (at == 0) throw std::runtime_error("no number: " + text);
  for (int missing = std::max(decimals, 0); missing < 3; ++missing) value *= 10;
  text.erase(0, at);
  return value;
}

[[nodiscard]] inline int whole(std::string text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.erase(0, 1);
  const auto number = static_cast<int>(take_thousandths(text) / 1000);
  return negative ? -number : number;
}

[[nodiscard]] inline Unit unit_named(const std::string& name) {
  return name == "kg" ? Unit::kg : Unit::lb;
}

[[nodiscard]] inline Moment moment_named(const std::string& text) {
  const auto parts = words_of(text, 'T');
  const Date on = corpus_zero + std::chrono::days{whole(parts[0])};
  return parts.size() > 1 ? Moment{on, parse_clock_time(parts[1]).value()} : Moment{on};
}

/// "3*100kgx5@9f".
inline void add_sets(std::vector<Set>& sets, std::string text) {
  std::int64_t count = 1;
  if (const auto times = text.find('*'); times != std::string::npos) {
    count = whole(text.substr(0, times));
    text.erase(0, times + 1);
  }
  Set set;
  const std::int64_t load = take_thousandths(text);
  set.weight.unit = unit_named(text.substr(0, 2));
  set.weight.load = Load::of(load, set.weight.unit);
  text.erase(0, 3);
  set.reps = static_cast<int>(take_thousandths(text) / 1000);
  if (!text.empty() && text.front() == '@') {
    text.erase(0, 1);
    set.rpe = Score::halves(static_cast<int>(take_thousandths(text) / 500));
  }
  set.failed = text.find('f') != std::string::npos;
  if (text.find('w') != std::string::npos) set.kind = SetKind::warmup;
  sets.insert(sets.end(), static_cast<std::size_t>(count), set);
}

[[nodiscard]] inline Session session_of(const std::vector<std::string>& words) {
  Session made;
  made.when = moment_named(words[1]);
  made.lift = words[2];
  for (std::size_t at = 3; at < words.size(); ++at) {
    if (words[at] == "light") {
      made.light = true;
    } else {
      add_sets(made.sets, words[at]);
    }
  }
  return made;
}

inline void say_more(CheckIn& made, const std::string& word) {
  const auto parts = words_of(word, '=');
  const std::string& key = parts[0];
  if (key == "twinge") made.twinge = true;
  if (key == "unrelated") made.unrelated = true;
  if (parts.size() < 2) return;
  const std::string& value = parts[1];
  if (key == "peak") made.peak = parse_score(value).value();
  if (key == "lasted") made.lasted = Minutes{whole(value)};
  if (key == "limits") made.limits = whole(value);
  if (key == "now") made.now = parse_score(value).value();
  if (key == "baseline") made.baseline = parse_score(value).value();
  if (key == "where") made.where = parse_site(value).value();
  if (key == "onset") made.onset = parse_onset(value).value();
  if (key == "about") made.session = whole(value);
}

[[nodiscard]] inline CheckIn checkin_of(const std::vector<std::string>& words) {
  CheckIn made;
  made.when = moment_named(words[1]);
  made.nature = parse_nature(words[2]).value();
  for (std::size_t at = 3; at < words.size(); ++at) say_more(made, words[at]);
  if (made.twinge) made.lasted = Minutes{0};
  const bool says_now = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.compare(0, 4, "now=") == 0;
  });
  if (!says_now) made.now = made.lasted ? Nprs{0} : peak_of(made);
  return made;
}

[[nodiscard]] inline Screen screen_of(const std::vector<std::string>& words) {
  Screen made;
  made.when = moment_named(words[1]);
  if (words[0] == "c") made.cleared_by = "Dr Example";
  for (std::size_t at = 2; at < words.size(); ++at) {
    made.yes.push_back(parse_red_flag(words[at]).value());
  }
  return made;
}

template <class Record>
void number_on(std::vector<Record>& records, Record made) {
  made.id = static_cast<std::int64_t>(records.size()) + 1;
  records.push_back(std::move(made));
}

[[nodiscard]] inline Life life_of(const std::vector<std::string>& words) {
  Life made;
  made.name = words[1];
  const Unit unit = unit_named(words[2]);
  std::string bar = words[3];
  std::string step = words[4];
  made.history.lifter.loading = {unit, Load::of(take_thousandths(bar), unit),
                                 Load::of(take_thousandths(step), unit)};
  return made;
}

inline void read_line(std::vector<Life>& lives, const std::string& line) {
  const auto words = words_of(line, ' ');
  if (words[0] == "h") return lives.push_back(life_of(words));
  Life& life = lives.back();
  if (words[0] == "s") return number_on(life.history.sessions, session_of(words));
  if (words[0] == "f") return number_on(life.history.checkins, checkin_of(words));
  if (words[0] != "?") return number_on(life.history.screens, screen_of(words));
  const auto answer = line.find(" = ") + 3;
  life.questions.push_back({moment_named(words[1]), words[2], line.substr(answer)});
}

/// The lives that are kept beside the tests, or those of the file that HINGE_CORPUS names.
[[nodiscard]] inline std::vector<Life> read_corpus() {
  const char* const other = std::getenv("HINGE_CORPUS");
  const std::string kept = std::string{HINGE_SOURCE_DIR} + "/tests/engine/corpus.txt";
  std::ifstream file{other == nullptr ? kept : std::string{other}};
  std::vector<Life> lives;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') read_line(lives, line);
  }
  return lives;
}

/// The history as the log hands it out for a day: one year, and from before it the check-ins since
/// the last severe one.
[[nodiscard]] inline History handed_out(History history, Date today) {
  const Date since = window_start(today);
  const auto is_old = [since](const auto& record) { return record.when.date < since; };
  auto& sessions = history.sessions;
  sessions.erase(std::remove_if(sessions.begin(), sessions.end(), is_old), sessions.end());
  auto& checkins = history.checkins;
  const auto first = std::find_if_not(checkins.begin(), checkins.end(), is_old);
  const auto severe =
      std::find_if(std::make_reverse_iterator(first), checkins.rend(), [](const CheckIn& checkin) {
        return checkin.limits == 3 || (is_pain(symptom_of(checkin)) && peak_of(checkin) >= 6);
      });
  if (severe != checkins.rend()) history.earlier_checkins.assign(std::prev(severe.base()), first);
  checkins.erase(checkins.begin(), first);
  return history;
}

[[nodiscard]] inline std::string day_name(const Moment& when) {
  return std::to_string((when.date - corpus_zero).count()) +
         (when.time ? "T" + clock_time(*when.time) : "");
}
[[nodiscard]] inline std::string weight_name(Weight weight) {
  return number_in(weight.unit, weight.load) + std::string{to_string(weight.unit)};
}

/// A suggestion as the corpus writes it.
[[nodiscard]] inline std::string in_one_line(const Suggestion& made) {
  std::string text{to_string(made.decision)};
  if (made.deload_percent) text += "/" + std::to_string(*made.deload_percent);
  text += made.target
              ? " " + weight_name(made.target->weight) + "x" + std::to_string(made.target->reps) +
                    "x" + std::to_string(made.target->sets)
              : " -";
  text += made.reference ? " " + weight_name(*made.reference) : " -";
  text += " " + std::string{to_string(made.refer)} + " " + std::string{to_string(made.phase)};
  text += " " + day_name(made.earliest);
  text += made.provisional_until ? " " + day_name(*made.provisional_until) : " -";
  std::vector<RuleId> rules;
  for (const Finding& found : made.findings) {
    if (found.verdict != Verdict::pass) rules.push_back(found.rule);
  }
  std::sort(rules.begin(), rules.end());
  for (std::size_t at = 0; at < rules.size(); ++at) {
    text += (at == 0 ? " " : ",") + std::string{rule_info(rules[at]).name};
  }
  return text;
}

}  // namespace hinge::test::corpus
