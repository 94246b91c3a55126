#include "exchange/session_log.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "domain/fold.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/layout.hpp"

namespace hinge::exchange {
namespace {

constexpr std::size_t most_sets = 1000;
constexpr std::size_t longest_note = 4000;

std::string joined_notes(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) {
    if (!text.empty()) text += '\n';
    text += note;
  }
  return std::string(cut(text, longest_note));
}

/// FNV-1a: the same on every machine and in every version, which std::hash need not be.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) {
    hex += digits[static_cast<std::size_t>(hash >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return hex;
}

constexpr Load heaviest_deadlift_ever = Load::of(510'000, Unit::kg);  // the record is 501 kg

/// From blocks or a rack the way is shorter, and more has been lifted.
bool begins_higher(std::string_view lift) {
  return lift.starts_with("block-pull") || lift.starts_with("rack-pull");
}

bool can_be(const Set& set, std::string_view lift) {
  return begins_higher(lift) || set.weight.load <= heaviest_deadlift_ever;
}

/// Of what can be. What an earlier import flagged is no measure.
Load top_load(const Session& session) {
  Load top;
  for (const Set& set : session.sets) {
    if (set.kind == SetKind::work && can_be(set, session.lift)) {
      top = std::max(top, set.weight.load);
    }
  }
  return top;
}

Load median(std::vector<Load> loads) {
  const std::size_t half = loads.size() / 2;
  std::sort(loads.begin(), loads.end());
  if (loads.size() % 2 == 1) return loads[half];
  return Load::from_nanograms((loads[half - 1] + loads[half]).nanograms() / 2);
}

/// The most that goes as usual; none where there is too little to judge by, or where more than that
/// is lifted again and again.
std::optional<Load> usual_at_most(const std::vector<Load>& tops) {
  constexpr std::size_t enough_to_judge_by = 5;
  constexpr std::size_t rare = 20;  // one session in so many
  if (tops.size() < enough_to_judge_by) return std::nullopt;
  const Load limit = median(tops) * 2;
  const auto over = static_cast<std::size_t>(
      std::count_if(tops.begin(), tops.end(), [&](Load top) { return top > limit; }));
  if (over > std::max<std::size_t>(1, tops.size() / rare)) return std::nullopt;
  return limit;
}

std::size_t mark_sets(Session& session, const std::optional<Load>& limit) {
  std::size_t marked = 0;
  for (Set& set : session.sets) {
    if (set.kind == SetKind::warmup) continue;
    const bool far_off = !can_be(set, session.lift) || (limit && set.weight.load > *limit);
    set.kind = far_off ? SetKind::outlier : SetKind::work;
    marked += far_off ? 1 : 0;
  }
  return marked;
}

}  // namespace

SessionLog::Gathered& SessionLog::at(const Place& place, std::size_t line) {
  // Most rows belong where the last one did.
  const bool same = !gathered_.empty() && place.start == last_start_ &&
                    place.exercise == last_exercise_ &&
                    place.workout == gathered_[last_at_].workout;
  if (same) return gathered_[last_at_];
  std::string key =
      std::string(to_string(app_)) + ':' + to_string(place.start) + ':' + folded(place.exercise);
  const auto [found, is_new] = index_.try_emplace(key + '\n' + place.workout, gathered_.size());
  if (is_new) {
    Session session;
    session.imported = true;
    session.lift = place.lift;
    session.when = place.when;
    session.utc_offset = place.utc_offset;
    gathered_.push_back({std::move(key), place.workout, {std::move(session), {}, line}, {}});
  }
  last_at_ = found->second;
  last_start_ = place.start;
  last_exercise_ = place.exercise;
  return gathered_[last_at_];
}

bool SessionLog::add_sets(const Place& place, const Set& set, std::size_t count, std::size_t line) {
  Gathered& gathered = at(place, line);
  auto& sets = gathered.imported.what.sets;
  if (sets.size() + count > most_sets) return false;
  if (sets.empty()) gathered.imported.line = line;
  sets.insert(sets.end(), count, set);
  return true;
}

void SessionLog::add_note(const Place& place, std::string_view note, std::size_t line) {
  note = trimmed(note);
  if (note.empty()) return;
  auto& notes = at(place, line).notes;
  if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.emplace_back(note);
}

// The first of them, by what tells them apart and not by the file's order, keeps the plain key: so
// a workout renamed in the app, the ordinary case, stays the one it was.
void SessionLog::tell_apart() {
  std::map<std::string, std::vector<Gathered*>> by_key;
  for (Gathered& gathered : gathered_) by_key[gathered.key].push_back(&gathered);
  for (auto& [key, same] : by_key) {
    std::sort(same.begin(), same.end(),
              [](const Gathered* a, const Gathered* b) { return a->workout < b->workout; });
    for (std::size_t i = 1; i < same.size(); ++i) {
      same[i]->key += '#' + fingerprint(same[i]->workout);
    }
  }
}

std::vector<Imported<Session>> SessionLog::sessions() && {
  gathered_.erase(
      std::remove_if(gathered_.begin(), gathered_.end(),
                     [](const Gathered& one) { return one.imported.what.sets.empty(); }),
      gathered_.end());
  tell_apart();
  std::vector<Imported<Session>> sessions;
  for (Gathered& gathered : gathered_) {
    gathered.imported.key = std::move(gathered.key);
    gathered.imported.what.note = joined_notes(gathered.notes);
    sessions.push_back(std::move(gathered.imported));
  }
  std::stable_sort(sessions.begin(), sessions.end(), [](const auto& a, const auto& b) {
    const Moment& first = a.what.when;
    const Moment& second = b.what.when;
    return std::pair(first.date, first.time) < std::pair(second.date, second.time);
  });
  return sessions;
}

std::size_t mark_outliers(std::vector<Imported<Session>>& sessions,
                          const std::vector<Session>& logged) {
  std::map<std::string, std::vector<Load>, std::less<>> tops;
  const auto gather = [&tops](const Session& session) {
    if (const Load top = top_load(session); top > Load{}) tops[session.lift].push_back(top);
  };
  for (auto& session : sessions) {
    (void)mark_sets(session.what, {});
    gather(session.what);
  }
  for (const Session& session : logged) gather(session);
  std::map<std::string, std::optional<Load>, std::less<>> limits;
  for (const auto& [lift, loads] : tops) limits[lift] = usual_at_most(loads);
  std::size_t marked = 0;
  for (auto& session : sessions) marked += mark_sets(session.what, limits[session.what.lift]);
  return marked;
}

}  // namespace hinge::exchange
