// Policy files: whatever is taken reads back as it is written; whatever is refused is refused as
// bad data, in words that a terminal can show.
#include <array>

#include "exchange/policy_json.hpp"
#include "hinge/error.hpp"
#include "oracle.hpp"

using hinge::fuzz::must;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = hinge::fuzz::text_of(data, size);
  const std::array<hinge::Policy, 1> built_ins = {};
  try {
    const hinge::Policy policy = hinge::exchange::read_policy(text, built_ins);
    const std::string written = hinge::exchange::policy_json(policy);
    must(hinge::exchange::read_policy(written, built_ins) == policy, "read(write) = id");
    must(hinge::exchange::policy_json(policy) == written, "the same policy, the same bytes");
    must(written.size() < hinge::exchange::largest_policy, "what is written can be read");
  } catch (const hinge::Error& error) {
    must(error.kind() == hinge::ErrorKind::bad_data, "a refusal is of the data");
    must(error.what()[0] != '\0', "a refusal says why");
  }
  return 0;
}
