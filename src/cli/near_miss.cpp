#include "cli/near_miss.hpp"

#include <fmt/format.h>

#include "domain/did_you_mean.hpp"

namespace hinge::cli {

std::string did_you_mean_or(std::string_view word, const std::vector<std::string_view>& candidates,
                            std::string_view otherwise, std::string_view before) {
  const auto near = did_you_mean(word, candidates);
  return near ? fmt::format("did you mean {}{}?", before, *near) : std::string(otherwise);
}

std::string any_of(const std::vector<std::string_view>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace hinge::cli
