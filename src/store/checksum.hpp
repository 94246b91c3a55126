#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"
#include "hinge/store.hpp"

namespace hinge::store {

/// FNV-1a, 64 bits, over a canonical form (docs/format.md): any one changed byte changes it.
class Checksum {
 public:
  Checksum& add(std::int64_t value);
  Checksum& add(std::string_view text);  ///< its length, then its bytes
  Checksum& add(bool value) { return add(std::int64_t{value ? 1 : 0}); }
  template <class Value>
  Checksum& add(const std::optional<Value>& value) {
    add(value.has_value());
    return value ? add(*value) : *this;
  }
  Checksum& add(Minutes minutes) { return add(std::int64_t{minutes.count()}); }
  Checksum& add(Score score) { return add(std::int64_t{score.in_halves()}); }
  /// As SQLite holds it.
  [[nodiscard]] std::int64_t value() const { return static_cast<std::int64_t>(state_); }

 private:
  void add_byte(unsigned char byte);
  std::uint64_t state_ = 14695981039346656037U;
};

/// Of what a record says, without its id and whose it is: what a key brought.
[[nodiscard]] Checksum digest_of(const Session& session);
[[nodiscard]] Checksum digest_of(const CheckIn& checkin);
[[nodiscard]] Checksum digest_of(const Screen& screen);
[[nodiscard]] Checksum digest_of(const PolicyVersion& choice);

/// Of a stored row: what it says, its id and whose it is (the key of the lifter).
template <class What>
[[nodiscard]] std::int64_t checksum_of(const What& what, std::int64_t lifter) {
  return digest_of(what).add(what.id).add(lifter).value();
}
[[nodiscard]] std::int64_t checksum_of(const Lifter& lifter, std::int64_t key);

/// The checksum that stands in a row which was taken back: the complement, so that the mark can't
/// change unseen either.
[[nodiscard]] constexpr std::int64_t with_mark(std::int64_t checksum, bool removed) {
  return removed ? ~checksum : checksum;
}

}  // namespace hinge::store
