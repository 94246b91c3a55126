#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "hinge/checkin.hpp"
#include "hinge/store.hpp"

namespace hinge::cli {

/// What makes it worse or better, one or several with ";" between, as CSV has them. Throws
/// Error{usage} as `read_text`, which names `option`.
[[nodiscard]] std::vector<std::string> read_factors(const std::string& text,
                                                    std::string_view option);

/// `checkin` with what the options of a check-in say, all but --on, --now and --session. `none`
/// clears a place, a side or an onset, an empty text a factor or the note. Throws Error{usage}.
[[nodiscard]] CheckIn with_options(CheckIn checkin, const Arguments& arguments);

/// `checkin` as "ache=3" says; without a peak it keeps its own, where the nature has one. Throws
/// Error{usage}.
[[nodiscard]] CheckIn with_nature(CheckIn checkin, const std::string& operand);

/// Throws Error{usage} for a score that stands behind its nature as a word of its own.
void refuse_loose_peaks(const std::vector<std::string>& operands);

/// How strong it is now where that isn't said: the peak while ongoing, else 0.
[[nodiscard]] Nprs unsaid_now(const CheckIn& checkin);

/// --session: the lifter's session it is about, which `none` clears; absent where the option is.
/// Throws Error{not_found}.
[[nodiscard]] std::optional<std::int64_t> session_meant(const Arguments& arguments,
                                                        const Store& store,
                                                        const std::string& lifter);

/// Throws Error{usage} for what contradicts itself.
void refuse_contradiction(const CheckIn& checkin);

/// Throws Error{usage} where it lasted longer than the session it is about is ago.
void refuse_lasted_too_long(const CheckIn& checkin, const std::vector<Session>& sessions);

}  // namespace hinge::cli
