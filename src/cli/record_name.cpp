#include "cli/record_name.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/whose_log.hpp"
#include "domain/digits.hpp"
#include "hinge/error.hpp"

namespace hinge::cli {

void require_record_name(const std::string& name) {
  const bool known_letter =
      !name.empty() && std::string_view("sfr").find(name.front()) != std::string_view::npos;
  if (!known_letter || !number_of_digits(std::string_view(name).substr(1))) {
    throw Error(ErrorKind::usage, fmt::format("'{}' is no record", name),
                "write an id such as s41, f12 or r3; see: hinge history");
  }
}

Record find_record(const Store& store, const std::string& name) {
  require_record_name(name);
  if (auto record = store.find(name)) return *std::move(record);
  if (store.find_removed(name)) {
    throw Error(ErrorKind::not_found, fmt::format("{} is deleted", name),
                fmt::format("bring it back: hinge undo {}", name));
  }
  throw Error(ErrorKind::not_found, fmt::format("there is no record {}", name),
              "see: hinge history; what was deleted: hinge undo --list");
}

std::string record_name_meant(const Invocation& call, const Store& store,
                              const std::string& operand) {
  if (operand != "last") return operand;
  const Lifter lifter = whose_log(call, store.lifters());
  if (const auto name = store.latest_record(lifter.id)) return *name;
  throw Error(ErrorKind::not_found, fmt::format("{} has no records yet", lifter.id),
              "see: hinge history");
}

std::vector<std::string> record_names_meant(const Invocation& call, const Store& store) {
  std::vector<std::string> names;
  for (const std::string& operand : call.arguments.operands()) {
    std::string name = record_name_meant(call, store, operand);
    if (std::count(names.begin(), names.end(), name) == 0) names.push_back(std::move(name));
  }
  return names;
}

void refuse_anothers_record(const Invocation& call, const Store& store, const Record& record,
                            const std::string& name) {
  if (!call.globals.lifter) return;
  const std::string meant = lifter_named(store.lifters(), *call.globals.lifter).id;
  if (record.lifter == meant) return;
  throw Error(ErrorKind::not_found,
              fmt::format("{} is {}'s, not {}'s; nothing was changed", name, record.lifter, meant),
              fmt::format("for that one: -l {}", record.lifter));
}

Record find_record_of(const Invocation& call, const Store& store, const std::string& name) {
  Record record = find_record(store, name);
  refuse_anothers_record(call, store, record, name);
  return record;
}

}  // namespace hinge::cli
