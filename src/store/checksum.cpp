#include "store/checksum.hpp"

#include <array>
#include <cstddef>

#include "store/words.hpp"

namespace hinge::store {

namespace {

constexpr std::uint64_t prime = 1099511628211U;

/// The prime to the power of 0, 1, … 8.
constexpr std::array<std::uint64_t, 9> powers = [] {
  std::array<std::uint64_t, 9> each{1};
  for (std::size_t i = 1; i < each.size(); ++i) each[i] = each[i - 1] * prime;
  return each;
}();

void add_moment(Checksum& checksum, const Moment& when) {
  checksum.add(std::int64_t{when.date.time_since_epoch().count()}).add(when.time);
}

void add_list(Checksum& checksum, const std::vector<std::string>& texts) {
  checksum.add(static_cast<std::int64_t>(texts.size()));
  for (const std::string& text : texts) checksum.add(std::string_view{text});
}

template <class Word>
void add_word(Checksum& checksum, const std::optional<Word>& word) {
  checksum.add(word ? std::optional{to_string(*word)} : std::nullopt);
}

void add_loading(Checksum& checksum, const Loading& loading) {
  checksum.add(std::string_view{to_string(loading.unit)})
      .add(loading.bar.nanograms())
      .add(loading.step.nanograms());
}

}  // namespace

void Checksum::add_byte(unsigned char byte) {
  state_ ^= byte;
  state_ *= prime;
}

Checksum& Checksum::add(std::int64_t value) {
  auto bits = static_cast<std::uint64_t>(value);
  std::size_t zeros = 8;
  for (; bits != 0; --zeros, bits >>= 8U) add_byte(static_cast<unsigned char>(bits));
  // A zero byte does nothing but multiply, and most numbers are small: all of theirs in one step.
  state_ *= powers[zeros];
  return *this;
}

Checksum& Checksum::add(std::string_view text) {
  add(static_cast<std::int64_t>(text.size()));
  for (const char character : text) add_byte(static_cast<unsigned char>(character));
  return *this;
}

Checksum digest_of(const Session& session) {
  Checksum checksum;
  checksum.add(std::string_view{session.lift});
  add_moment(checksum, session.when);
  checksum.add(session.utc_offset)
      .add(session.imported)
      .add(session.light)
      .add(std::string_view{session.note});
  checksum.add(static_cast<std::int64_t>(session.sets.size()));
  for (const Set& set : session.sets) {
    checksum.add(to_string(set.kind))
        .add(set.weight.load.nanograms())
        .add(std::string_view{to_string(set.weight.unit)})
        .add(std::int64_t{set.reps})
        .add(set.failed)
        .add(set.rpe);
  }
  return checksum;
}

Checksum digest_of(const CheckIn& checkin) {
  Checksum checksum;
  add_moment(checksum, checkin.when);
  checksum.add(checkin.utc_offset)
      .add(to_string(checkin.nature))
      .add(checkin.peak)
      .add(checkin.lasted)
      .add(std::int64_t{checkin.limits})
      .add(checkin.now)
      .add(checkin.baseline);
  add_word(checksum, checkin.where);
  add_word(checksum, checkin.side);
  add_word(checksum, checkin.onset);
  add_list(checksum, checkin.worse_with);
  add_list(checksum, checkin.eases_with);
  checksum.add(checkin.twinge)
      .add(checkin.unrelated)
      .add(checkin.session)
      .add(std::string_view{checkin.note});
  return checksum;
}

Checksum digest_of(const Screen& screen) {
  Checksum checksum;
  add_moment(checksum, screen.when);
  checksum.add(static_cast<std::int64_t>(screen.yes.size()));
  for (const RedFlag flag : screen.yes) checksum.add(to_string(flag));
  checksum.add(screen.cleared_by ? std::optional{std::string_view{*screen.cleared_by}}
                                 : std::nullopt);
  return checksum;
}

Checksum digest_of(const PolicyVersion& choice) {
  Checksum checksum;
  checksum.add(std::string_view{choice.lift})
      .add(std::int64_t{choice.version})
      .add(std::string_view{choice.policy});
  return checksum;
}

std::int64_t checksum_of(const Lifter& lifter, std::int64_t key) {
  Checksum checksum;
  checksum.add(std::string_view{lifter.id}).add(std::string_view{lifter.name});
  add_loading(checksum, lifter.loading);
  checksum.add(static_cast<std::int64_t>(lifter.lifts.size()));
  for (const auto& [lift, loading] : lifter.lifts) {
    checksum.add(std::string_view{lift});
    add_loading(checksum, loading);
  }
  return checksum.add(lifter.archived).add(key).value();
}

}  // namespace hinge::store
