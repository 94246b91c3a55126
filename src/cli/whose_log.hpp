#pragma once

#include <string>
#include <vector>

#include "cli/invocation.hpp"
#include "hinge/lifter.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// The lifter that `id` names. Throws Error{not_found} with `did you mean`.
[[nodiscard]] Lifter lifter_named(const std::vector<Lifter>& lifters, std::string_view id);

/// Whose log a reading command means: -l, else HINGE_LIFTER, else config, else the only active
/// lifter. Throws Error{usage} with the names where there are several, Error{database} where there
/// is none.
[[nodiscard]] Lifter whose_log(const Invocation& call, const std::vector<Lifter>& lifters);

/// -l where a command answers for several lifters.
inline constexpr OptionSpec lifters_option{
    "lifter", 'l', "NAME", "whose log; again for another one", {}, Times::repeatable};
inline constexpr OptionSpec all_option{"all", 0, "", "every lifter who isn't archived"};

/// The lifters of a log, for a command that answers for several.
struct KnownLifters {
  std::vector<Lifter> lifters;
  std::vector<std::string> damaged = {};  ///< those whose own row is, by id
  int code = 0;  ///< what they, and those who aren't there, make of the exit code
};
/// All of them. With `everybody`, one whose own row is damaged is said on stderr and doesn't keep
/// the others from their turn; without it, the first such row is thrown.
[[nodiscard]] KnownLifters known_lifters(Invocation& call, const Store& store, bool everybody);

/// Of all of them those whose logs are meant: with `everybody` the active ones, else those that -l
/// names, else as `whose_log`. By id, each once. Where -l names several, one who isn't there is
/// said on stderr and doesn't keep the others from their turn. Throws Error{usage} where both are
/// asked for, Error{not_found} where none that -l names is there.
[[nodiscard]] KnownLifters whose_logs(Invocation& call, KnownLifters known, bool everybody);

/// As many lifters of the log as tell whose it is, and whether there are several: reading those of
/// a whole clinic to answer one would take longer than the answer.
[[nodiscard]] std::vector<Lifter> lifters_to_choose_from(const Invocation& call,
                                                         const Store& store);

/// Whether several lifters are active, so that an answer has to say whose it is.
[[nodiscard]] bool has_several(const std::vector<Lifter>& lifters);

/// Whose log a new record goes into.
struct Owner {
  Lifter lifter;
  bool is_new = false;  ///< `me`, who is to be stored with the record
  bool asked = false;   ///< for the unit
};

/// The same for a command that may make the first record: `me` where there is nobody yet. Asks for
/// the unit on a terminal; kg otherwise, and `unit` where it is known.
[[nodiscard]] Owner whose_new_record(Invocation& call, const std::vector<Lifter>& lifters,
                                     std::optional<Unit> unit = std::nullopt);

/// Stores the owner where they are new and still missing. Throws Error{busy} where somebody else
/// began the log since, with another bar.
void put_if_new(Store::Writing& writing, const Owner& owner);

/// The line that says who was made, or that whose record it is is archived; else empty.
[[nodiscard]] std::string welcome_of(const Owner& owner, const report::Style& style);

}  // namespace hinge::cli
