#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>
#include <variant>

#include "exchange/json_fields.hpp"
#include "hinge/policy.hpp"

namespace hinge::exchange {

/// What a key is about: the one back, or the lifts that may differ.
enum class Scope : std::uint8_t { back, lift };

// What a key's value may be, and the field of Policy it stands for.

struct FlagKey {
  bool Policy::*field;
};
struct TextKey {  ///< null: the empty one
  std::string Policy::*field;
  std::size_t most_bytes;
};
struct WholeKey {
  int Policy::*field;
  int least, most;
};
struct OptionalWholeKey {  ///< null: 0
  int Policy::*field;
  int least, most;
};
struct HalvesKey {
  Score Policy::*field;
  int least, most;
};
struct HoursKey {
  Minutes Policy::*field;
  int least, most;
};
struct LoadKey {
  Load Policy::*field;
  Unit unit;
  std::int64_t least_thousandths;
  std::int64_t most;
};
struct LayoffKey {
  std::vector<LayoffRung> Policy::*field;
  std::size_t fewest;
};
/// Anything else: what reads it, and what writes it.
struct OtherKey {
  void (*read)(const JsonFields&, std::string_view key, Policy&);
  nlohmann::ordered_json (*write)(const Policy&);
  bool nullable;
};
using KeyKind = std::variant<FlagKey, TextKey, WholeKey, OptionalWholeKey, HalvesKey, HoursKey,
                             LoadKey, LayoffKey, OtherKey>;

/// One key of a policy file.
struct PolicyKey {
  std::string_view name;
  Scope scope;
  KeyKind kind;
};

/// All keys but `schema`, `name` and `extends`, in the order they are written.
[[nodiscard]] std::span<const PolicyKey> policy_keys();

/// Takes the key's value from `fields` where it is there. Throws Error{bad_data} that names it by
/// its JSON pointer, with the value and what is allowed.
void read_key(const PolicyKey& key, const JsonFields& fields, Policy& policy);
[[nodiscard]] nlohmann::ordered_json written_key(const PolicyKey& key, const Policy& policy);
/// The same by name. Requires a name of the table.
[[nodiscard]] nlohmann::ordered_json written_key(std::string_view name, const Policy& policy);

}  // namespace hinge::exchange
