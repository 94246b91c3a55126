#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "exchange/json_fields.hpp"
#include "hinge/policy.hpp"

/// The values of a policy file that are objects: what progress is, and what time away asks for.
namespace hinge::exchange {

inline constexpr int lowest_rung = 10;
inline constexpr int highest_rung = 100;

/// `{"kind":"double","low":5,…}`, or the kind alone. What a scheme leaves out is as in the policy
/// so far, where that has the same kind; else the kind's usual.
void read_scheme(const JsonFields& fields, std::string_view key, Policy& policy);
[[nodiscard]] nlohmann::ordered_json write_scheme(const Policy& policy);

/// `[{"over_days":10,"rung":null},…]`: null is a hold.
[[nodiscard]] std::vector<LayoffRung> read_layoff(const JsonFields& fields, std::string_view key,
                                                  std::size_t fewest);
[[nodiscard]] nlohmann::ordered_json write_layoff(const std::vector<LayoffRung>& layoff);

/// 7, or 7.5.
[[nodiscard]] nlohmann::ordered_json score_as_number(Score score);

/// A whole number that must be there.
[[nodiscard]] int required_whole(const JsonFields& fields, std::string_view key, int least,
                                 int most);

}  // namespace hinge::exchange
