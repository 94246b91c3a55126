#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hinge::cli {

/// "did you mean BEFOREcandidate?" where one of `candidates` is close to `word`, else `otherwise`.
[[nodiscard]] std::string did_you_mean_or(std::string_view word,
                                          const std::vector<std::string_view>& candidates,
                                          std::string_view otherwise, std::string_view before = "");

/// "a, b or c".
[[nodiscard]] std::string any_of(const std::vector<std::string_view>& words);

}  // namespace hinge::cli
