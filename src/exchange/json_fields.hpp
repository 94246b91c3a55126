#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hinge/score.hpp"

namespace hinge::exchange {

using Keys = std::span<const std::string_view>;

/// The fields of one JSON object. What is absent or null is none; what is of another type or out of
/// range throws Error{bad_data} that names the field by its JSON pointer.
class JsonFields {
 public:
  /// Throws where `value` is no object, or has a key that is not among `known` (with `did you
  /// mean`). Both must outlive this.
  JsonFields(const nlohmann::json& value, std::string pointer, Keys known);

  [[nodiscard]] const nlohmann::json* find(std::string_view key) const;
  /// Whether the key is there, be it null.
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::string pointer(std::string_view key) const;

  [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
  /// A whole number from `least` to `most`.
  [[nodiscard]] std::optional<int> whole(std::string_view key, int least, int most) const;
  /// A number of halves from `least` to `most`.
  [[nodiscard]] std::optional<Score> score(std::string_view key, Score least, Score most) const;
  /// A number up to `most` with at most three decimals, in thousandths, as the least of it is.
  [[nodiscard]] std::optional<std::int64_t> thousandths(std::string_view key, std::int64_t most,
                                                        std::int64_t least = 0) const;
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  /// The members of a list, none where it is absent.
  [[nodiscard]] std::vector<const nlohmann::json*> list(std::string_view key) const;

  /// A text that `parse` understands; `what` says what it has to be.
  template <class Parse>
  [[nodiscard]] auto parsed(std::string_view key, Parse parse, std::string_view what) const
      -> decltype(parse(std::string_view{})) {
    const std::optional<std::string> word = text(key);
    if (!word) return std::nullopt;
    auto value = parse(*word);
    if (!value) refuse(key, what);
    return value;
  }

  /// `/sets/0/reps: "many" is no whole number from 0 to 999`, with `what` behind "is ".
  [[noreturn]] void refuse(std::string_view key, std::string_view what) const;
  [[noreturn]] void refuse_absence(std::string_view key) const;

 private:
  const nlohmann::json& object_;
  std::string pointer_;
};

/// A whole number from `least` to `most`, in a list. Throws Error{bad_data} that names `pointer`.
[[nodiscard]] int whole_at(const nlohmann::json& value, std::string_view pointer, int least,
                           int most);

/// Error{bad_data} about the place a pointer names.
[[noreturn]] void refuse_at(std::string_view pointer, const std::string& message,
                            const std::string& hint = {});

/// A value as a message shows it, cut where it is long.
[[nodiscard]] std::string shown(const nlohmann::json& value);

}  // namespace hinge::exchange
