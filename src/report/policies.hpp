#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/policy.hpp"
#include "report/report.hpp"

/// Policies in words, and what commands say of them as JSON.
namespace hinge::report {

/// All numbers of a policy, by what they are about, each with its key and its source.
[[nodiscard]] std::string text(const Policy& policy, const Style& style);
/// The keys it names, in that order.
[[nodiscard]] std::vector<std::string_view> shown_policy_keys();
/// What progress is, in a few words.
[[nodiscard]] std::string scheme_words(const Progression& progression);

/// One key's value in words. Requires a key of the above.
[[nodiscard]] std::string key_words(std::string_view key, const Policy& policy);
/// What a built-in policy is for, in a few words; empty for any other.
[[nodiscard]] std::string_view purpose_of(std::string_view name);

/// A policy's name and version, and the lift it is for; empty: all lifts.
struct NamedPolicy {
  std::string lift;
  std::string name;
  int version = 1;
};

/// What `policy list` prints.
struct PolicyList {
  std::string lifter;               ///< empty: nobody yet
  std::vector<NamedPolicy> in_use;  ///< that of all lifts first
  std::vector<NamedPolicy> own;     ///< the latest of each name that is no built-in's
};
[[nodiscard]] std::string text(const PolicyList& list, const Style& style);
/// hinge.policies/1.
[[nodiscard]] std::string json(const PolicyList& list);

/// A key that changed, with both values as JSON and in words.
struct ChangedKey {
  std::string key;
  std::string before;
  std::string after;
  std::string before_words;
  std::string after_words;
};

/// What one choice did: for all lifts, or for one that then has a policy of its own, or (`name`
/// empty) goes by that of all lifts again.
struct PolicyChoice {
  NamedPolicy now;
  std::string clinician;
  std::vector<ChangedKey> changed;  ///< against what was in use before
  std::string at;                   ///< when, RFC 3339; empty: now
  bool removed = false;             ///< taken back since
};

/// What `policy set` and `policy reset` did; no choices: it was in use already.
struct ChosenPolicies {
  std::string lifter;
  std::vector<PolicyChoice> choices;
  std::vector<std::string> lifts_apart;  ///< that keep a policy of their own beside a new one
};
[[nodiscard]] std::string text(const ChosenPolicies& chosen, const Style& style);
/// hinge.policy_set/1.
[[nodiscard]] std::string json(const ChosenPolicies& chosen);

/// What everybody begins with.
[[nodiscard]] NamedPolicy first_policy();

/// What `policy log` prints: oldest first, without what everybody begins with.
struct PolicyLog {
  std::string lifter;
  std::vector<PolicyChoice> choices;
};
[[nodiscard]] std::string text(const PolicyLog& log, const Style& style);
/// hinge.policy_log/1.
[[nodiscard]] std::string json(const PolicyLog& log);

/// What was suggested, or would have been.
struct Suggested {
  Decision decision = Decision::start;
  std::optional<int> deload_percent;
  std::optional<Target> target;
  friend bool operator==(const Suggested&, const Suggested&) = default;
};

/// A day and lift whose decision would differ.
struct DifferentDecision {
  Date date;
  bool is_next = false;  ///< what is next on that day, and not what was suggested for a session
  std::string lift;
  Suggested before;
  Suggested after;
};

/// What `policy check` found.
struct PolicyCheck {
  std::string lifter;  ///< empty: nobody yet
  std::string name;
  std::string lift;  ///< empty: for all lifts
  int looked_at = 0;
  std::vector<DifferentDecision> different;
};
[[nodiscard]] std::string text(const PolicyCheck& check, Date today, const Style& style);
/// hinge.policy_check/1.
[[nodiscard]] std::string json(const PolicyCheck& check);

}  // namespace hinge::report
