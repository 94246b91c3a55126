#include "hinge/lifter.hpp"

#include <algorithm>

#include "domain/lifts.hpp"

namespace hinge {

bool is_lifter_id(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  // What begins with - would be taken for an option.
  return !text.empty() && text.size() <= 40 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), allowed);
}

Loading loading_for(const Lifter& lifter, std::string_view lift) {
  if (const auto own = lifter.lifts.find(lift); own != lifter.lifts.end()) return own->second;
  Loading loading = lifter.loading;
  const Lift* const known = find_lift(lift);
  if (known != nullptr && !known->has_bar) loading.bar = Load{};
  return loading;
}

}  // namespace hinge
