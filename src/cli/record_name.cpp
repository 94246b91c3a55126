#include "cli/record_name.hpp"

#include <fmt/format.h>

#include "domain/digits.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

Record find_record(const Store& store, const std::string& name) {
  const bool known_letter =
      !name.empty() && std::string_view("sfr").find(name.front()) != std::string_view::npos;
  if (!known_letter || !number_of_digits(std::string_view(name).substr(1))) {
    throw Error(ErrorKind::usage, fmt::format("'{}' is no record", name),
                "write an id such as s41, f12 or r3; see: hinge history");
  }
  auto record = store.find(name);
  if (!record) {
    throw Error(ErrorKind::not_found, fmt::format("there is no record {}", name),
                "see: hinge history");
  }
  return *record;
}

}  // namespace hinge::cli
