#include "domain/lifts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "domain/fold.hpp"
#include "domain/lift_table.hpp"

namespace hinge {
namespace {

using lift_table::Phrase;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// What a name was read as, in a form that compares: its terms once each and in order.
using Reading = std::pair<std::vector<std::string_view>, std::size_t>;

Reading reading_of(std::vector<std::string_view> terms, std::size_t equipment) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return {std::move(terms), equipment};
}

template <class Key, class Value>
using Index = std::vector<std::pair<Key, Value>>;

template <class Key, class Value, class Wanted>
std::optional<Value> look_up(const Index<Key, Value>& index, const Wanted& wanted) {
  const auto found =
      std::lower_bound(index.begin(), index.end(), wanted,
                       [](const auto& row, const Wanted& key) { return row.first < key; });
  if (found == index.end() || found->first != wanted) return std::nullopt;
  return found->second;
}

Index<std::string, const Phrase*> index_of_phrases() {
  Index<std::string, const Phrase*> index;
  for (const Phrase& phrase : lift_table::phrases()) {
    index.emplace_back(folded(phrase.phrase), &phrase);
  }
  std::sort(index.begin(), index.end());
  return index;
}

Index<Reading, std::string_view> index_of_readings() {
  Index<Reading, std::string_view> index;
  for (const auto& name : lift_table::names()) {
    index.emplace_back(reading_of(words_of(name.terms), name.equipment), name.lift);
  }
  std::sort(index.begin(), index.end());
  return index;
}

constexpr std::size_t longest_phrase = 4;

/// The longest known phrase at the start of `words`, and how many words it has.
std::pair<const Phrase*, std::size_t> first_phrase(const std::string_view* words,
                                                   std::size_t count) {
  static const auto phrases = index_of_phrases();
  for (std::size_t length = std::min(count, longest_phrase); length > 0; --length) {
    const std::string_view last = words[length - 1];
    const std::string_view text{
        words[0].data(), static_cast<std::size_t>(last.data() + last.size() - words[0].data())};
    if (const auto phrase = look_up(phrases, text)) return {*phrase, length};
  }
  return {nullptr, 0};
}

/// What `name` (folded) says; none as soon as it says something unknown.
std::optional<Reading> read_name(const std::string& name) {
  const auto words = words_of(name);
  const std::size_t barbell = lift_table::barbell();
  std::size_t equipment = barbell;
  std::vector<std::string_view> terms;
  for (std::size_t i = 0; i < words.size();) {
    const auto [phrase, length] = first_phrase(words.data() + i, words.size() - i);
    if (phrase == nullptr) return std::nullopt;
    for (const std::string_view term : words_of(phrase->terms)) terms.push_back(term);
    equipment = std::min(equipment, phrase->equipment);
    i += length;
  }
  return reading_of(std::move(terms), equipment);
}

std::string spaced(std::string_view words) { return ' ' + std::string(words) + ' '; }

/// What has no deadlift in it, whatever else it says; with spaces around.
std::vector<std::string> never_words() {
  const auto never = lift_table::never();
  std::vector<std::string> all;
  all.reserve(never.size());
  for (const std::string_view phrase : never) all.push_back(spaced(folded(phrase)));
  return all;
}

/// The words for a deadlift: alone, with spaces around, where they are too short to be looked for
/// inside a word.
std::vector<std::string> deadlift_words() {
  constexpr std::size_t too_short_inside_a_word = 4;
  std::vector<std::string> all;
  for (const Phrase& row : lift_table::phrases()) {
    const auto terms = words_of(row.terms);
    if (std::find(terms.begin(), terms.end(), "deadlift") == terms.end()) continue;
    const std::string words = folded(row.phrase);
    all.push_back(row.phrase.size() < too_short_inside_a_word ? spaced(words) : words);
  }
  return all;
}

bool has_any(const std::string& spaced_name, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&spaced_name](const std::string& one) {
    return spaced_name.find(one) != std::string::npos;
  });
}

}  // namespace

std::span<const Lift> all_lifts() { return lift_table::lifts(); }

const Lift* find_lift(std::string_view id) {
  const auto lifts = all_lifts();
  const auto found =
      std::find_if(lifts.begin(), lifts.end(), [&](const Lift& lift) { return lift.id == id; });
  return found == lifts.end() ? nullptr : &*found;
}

std::optional<std::string> lift_named(std::string_view name) {
  static const auto readings = index_of_readings();
  if (const Lift* const lift = find_lift(name)) return std::string{lift->id};
  const std::string words = folded(name);
  const auto reading = read_name(words);
  if (!reading) return std::nullopt;
  const auto lift = look_up(readings, *reading);
  if (!lift) return std::nullopt;
  return std::string{*lift};
}

bool may_be_a_deadlift(std::string_view name) {
  static const auto deadlift = deadlift_words();
  static const auto never = never_words();
  const std::string words = spaced(folded(name));
  return has_any(words, deadlift) && !has_any(words, never);
}

}  // namespace hinge
