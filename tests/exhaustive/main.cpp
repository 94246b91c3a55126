// Walks all histories of up to four exposures over an alphabet, and holds the promises of
// engine.md section 10 on each.
//
// usage: exhaustive [--quick] [--policy NAME] [--jobs N]
//
// Two histories that no further letter tells apart (key_of) are walked on as one and counted as
// many, so that all words over the alphabet are covered though not each is folded. Every so often a
// history is folded afresh by suggest(), which has to say the same.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "exhaustive/promises.hpp"

namespace {

using namespace hinge;
using namespace hinge::exhaustive;

/// Which letters the words of one length are made of.
struct Alphabet {
  std::vector<Letter> letters;  ///< by choice, outcome, gap, then kind
};

/// One of the words that lead to the same place, and how many there are.
struct Place {
  Path path;
  std::uint64_t words = 0;
};
using Places = std::unordered_map<std::string, Place>;

struct Counts {
  std::uint64_t folded = 0;
  std::uint64_t words = 0;
  std::uint64_t compared = 0;  ///< pairs of promises 1 and 3
  std::uint64_t refolded = 0;  ///< from the start, by suggest()
};

struct Violation {
  Broken broken;
  Path path;
  Path other;  ///< the milder one, for promises 1 and 3
};

/// Kinds that the long words are made of.
bool is_in_short_list(const Kind& kind) {
  static const std::vector<std::string_view> names = {
      "no check-in",      "none",
      "soreness 7.5",     "ache 3, 24 h",
      "ache 6",           "ache 8, 25 h",
      "sharp 6",          "sharp 6, 2 days, limits 2",
      "ache 2, limits 1", "tingling below the knee",
      "quiet twice"};
  return std::find(names.begin(), names.end(), kind.name) != names.end();
}

Alphabet whole_alphabet(const World& world) {
  Alphabet alphabet;
  for (const Choice choice : all_choices) {
    for (const bool missed : {false, true}) {
      for (std::uint8_t gap = 0; gap < all_gaps.size(); ++gap) {
        for (std::uint8_t kind = 0; kind < world.kinds.at(gap).size(); ++kind) {
          alphabet.letters.push_back({choice, missed, gap, kind});
        }
      }
    }
  }
  return alphabet;
}

Alphabet short_alphabet(const World& world) {
  Alphabet alphabet;
  for (const Letter& letter : whole_alphabet(world).letters) {
    const bool gap = letter.gap == 0 || letter.gap == 2;
    if (gap && letter.choice != Choice::ninety_percent && is_in_short_list(world.kind(letter))) {
      alphabet.letters.push_back(letter);
    }
  }
  return alphabet;
}

/// Pairs of kinds of one gap that promises 1 and 3 speak of: (milder, worse), (without, with).
struct Pairs {
  std::vector<std::pair<std::uint8_t, std::uint8_t>> worse;
  std::vector<std::pair<std::uint8_t, std::uint8_t>> feel;
};

std::array<Pairs, all_gaps.size()> pairs_of(const World& world) {
  std::array<Pairs, all_gaps.size()> pairs;
  for (std::size_t gap = 0; gap < pairs.size(); ++gap) {
    const auto& kinds = world.kinds.at(gap);
    for (std::uint8_t a = 0; a < kinds.size(); ++a) {
      for (std::uint8_t b = 0; b < kinds.size(); ++b) {
        if (is_worse(kinds[b], kinds[a])) pairs.at(gap).worse.emplace_back(a, b);
        if (is_with_the_feel_of_work(kinds[b], kinds[a])) pairs.at(gap).feel.emplace_back(a, b);
      }
    }
  }
  return pairs;
}

/// The words of one length, from the places that those one shorter lead to.
class Level {
 public:
  Level(const World& world, const Alphabet& alphabet, bool goes_on)
      : world_(world), letters_(alphabet.letters), pairs_(pairs_of(world)), goes_on_(goes_on) {}

  /// All words that go on from these places. Stops at the first violation.
  void walk(const Places& from, unsigned jobs) {
    for (const auto& [key, place] : from) starts_.push_back(&place);
    std::vector<std::thread> workers;
    for (unsigned at = 0; at < jobs; ++at) workers.emplace_back([this] { work(); });
    for (std::thread& worker : workers) worker.join();
  }

  [[nodiscard]] const Counts& counts() const { return counts_; }
  /// None, or the first that was found.
  [[nodiscard]] const std::vector<Violation>& violations() const { return violations_; }
  [[nodiscard]] Places take_places() { return std::move(places_); }

 private:
  void work() {
    RoadBack road{world_};
    Counts counts;
    Places places;
    for (;;) {
      const std::size_t at = next_.fetch_add(1);
      if (at >= starts_.size() || stop_) break;
      go_on_from(*starts_[at], road, counts, places);
    }
    const std::scoped_lock lock{mutex_};
    counts_.folded += counts.folded;
    counts_.words += counts.words;
    counts_.compared += counts.compared;
    counts_.refolded += counts.refolded;
    for (auto& [key, place] : places) merge(places_, key, std::move(place));
  }

  static void merge(Places& places, const std::string& key, Place place) {
    const auto [found, added] = places.try_emplace(key, std::move(place));
    if (!added) found->second.words += place.words;
  }

  void go_on_from(const Place& place, RoadBack& road, Counts& counts, Places& places) {
    const Point point = without_findings(point_of(place.path, world_));
    std::vector<std::optional<Outcome>> row;  // by kind, of one session and gap
    const Letter* last = nullptr;
    for (const Letter& letter : letters_) {
      const bool same_row = last != nullptr && last->choice == letter.choice &&
                            last->missed == letter.missed && last->gap == letter.gap;
      if (!same_row && last != nullptr) compare(place.path, *last, row, counts);
      if (!same_row) row.assign(world_.kinds.at(letter.gap).size(), std::nullopt);
      last = &letter;

      Point next = followed_by(point, letter, world_);
      Path path = place.path;
      path.push_back(letter);
      ++counts.folded;
      counts.words += place.words;
      check(next, letter, path, road);
      if (counts.folded % refold_every == 0) refold(next, path, counts);
      if (goes_on_) {
        const std::string key = key_of(next, world_);
        const auto found = places.find(key);
        if (found != places.end()) {
          found->second.words += place.words;
        } else {
          places.emplace(key, Place{std::move(path), place.words});
        }
      }
      row[letter.kind] = Outcome{std::move(next.next), next.state.left_calm.has_value()};
      if (stop_) return;
    }
    if (last != nullptr) compare(place.path, *last, row, counts);
  }

  /// What no later step looks at, and is dear to copy.
  static Point without_findings(Point point) {
    point.state.back.findings.clear();
    for (auto& [name, lift] : point.state.lifts) {
      lift.findings.clear();
      lift.deload_because.clear();
    }
    return point;
  }

  void check(const Point& point, const Letter& letter, const Path& path, RoadBack& road) {
    if (auto broken = broken_alone(point, letter, world_)) report({broken, path, {}});
    if (auto broken = road.broken(point)) report({broken, path, {}});
  }

  void compare(const Path& path, const Letter& letter,
               const std::vector<std::optional<Outcome>>& row, Counts& counts) {
    const Pairs& pairs = pairs_.at(letter.gap);
    const auto each = [&](const auto& list, auto broken_by) {
      for (const auto& pair : list) {
        if (!row[pair.first] || !row[pair.second]) continue;
        ++counts.compared;
        const auto broken = broken_by(*row[pair.first], *row[pair.second]);
        if (broken)
          report({broken, with(path, letter, pair.second), with(path, letter, pair.first)});
      }
    };
    each(pairs.worse, broken_by_worse);
    each(pairs.feel, broken_by_feel_of_work);
  }

  static Path with(Path path, Letter letter, std::uint8_t kind) {
    letter.kind = kind;
    path.push_back(letter);
    return path;
  }

  void refold(const Point& point, const Path& path, Counts& counts) {
    ++counts.refolded;
    const Point whole = point_of(path, world_, true);
    const Suggestion afresh = suggest(whole.history, world_.policies, whole.today, the_lift);
    if (afresh == whole.next && afresh.target == point.next.target &&
        afresh.decision == point.next.decision && afresh.refer == point.next.refer) {
      return;
    }
    const Broken broken{refolding, "suggest() and the fold by steps differ"};
    report({broken, path, {}});
  }

  void report(const Violation& violation) {
    const std::scoped_lock lock{mutex_};
    if (violations_.empty()) violations_.push_back(violation);
    stop_ = true;
  }

  static constexpr std::uint64_t refold_every = 4096;
  static constexpr int refolding = 9;  // the ground of all promises: section 9

  const World& world_;
  const std::vector<Letter>& letters_;
  std::array<Pairs, all_gaps.size()> pairs_;
  bool goes_on_;
  std::vector<const Place*> starts_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stop_{false};
  std::mutex mutex_;
  Counts counts_;
  Places places_;
  std::vector<Violation> violations_;
};

void print(const Violation& violation, const World& world) {
  std::printf("promise %d is broken: %s\n%s", violation.broken.promise,
              violation.broken.how.c_str(), words_of(violation.path, world).c_str());
  std::printf("hinge suggest-json --explain <<'END'\n%sEND\n",
              json_of(violation.path, world).c_str());
  if (violation.other.empty()) return;
  std::printf("against\nhinge suggest-json --explain <<'END'\n%sEND\n",
              json_of(violation.other, world).c_str());
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What the command line asks for.
struct Request {
  bool quick = false;
  unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  const Policy* policy = &linear_policy();
};

std::optional<Request> read(int count, char** arguments) {
  Request request;
  for (int at = 1; at < count; ++at) {
    const std::string_view word = arguments[at];
    const bool has_value = at + 1 < count;
    if (word == "--quick") {
      request.quick = true;
    } else if (word == "--jobs" && has_value) {
      request.jobs = static_cast<unsigned>(std::max(1, std::atoi(arguments[++at])));
    } else if (word == "--policy" && has_value) {
      request.policy = built_in_policy(arguments[++at]);
      if (request.policy == nullptr) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return request;
}

/// The words of one alphabet, length by length. False at the first violation.
bool walk_all(const char* name, const World& world, const Alphabet& alphabet, int length,
              const Request& request, std::uint64_t& words) {
  Places places;
  places.emplace("", Place{{}, 1});
  for (int exposures = 1; exposures <= length; ++exposures) {
    const auto start = std::chrono::steady_clock::now();
    Level level{world, alphabet, exposures < length};
    level.walk(places, request.jobs);
    if (!level.violations().empty()) {
      print(level.violations().front(), world);
      return false;
    }
    const Counts& counts = level.counts();
    words += counts.words;
    std::printf("%-6s %9zu %9zu %9zu %14llu %12llu %12llu %9llu %8.1f\n", name,
                alphabet.letters.size(), static_cast<std::size_t>(exposures), places.size(),
                static_cast<unsigned long long>(counts.words),
                static_cast<unsigned long long>(counts.folded),
                static_cast<unsigned long long>(counts.compared),
                static_cast<unsigned long long>(counts.refolded), seconds_since(start));
    std::fflush(stdout);
    places = level.take_places();
  }
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  const auto request = read(count, arguments);
  if (!request) {
    std::fputs("usage: exhaustive [--quick] [--policy NAME] [--jobs N]\n", stderr);
    return 2;
  }
  const World world = world_of(*request->policy);
  std::printf("%-6s %9s %9s %9s %14s %12s %12s %9s %8s\n", "", "letters", "exposures", "places",
              "histories", "folded", "compared", "refolded", "seconds");
  std::uint64_t words = 0;
  const bool held =
      walk_all("whole", world, whole_alphabet(world), request->quick ? 1 : 2, *request, words) &&
      walk_all("short", world, short_alphabet(world), request->quick ? 2 : 4, *request, words);
  if (!held) return 1;
  std::printf("%llu histories, 0 violations\n", static_cast<unsigned long long>(words));
  return 0;
}
