#include "cli/correct.hpp"

#include <utility>

#include "cli/next_shift.hpp"

namespace hinge::cli {

void correct_records(Invocation& call, Store& store, report::Correction correction,
                     void (Store::Writing::*change)(std::string_view name)) {
  correction.record_count = static_cast<int>(correction.records.size());
  const auto before = suggestion_by(store, correction.lifter, "", call);

  Store::Writing writing = store.begin(call.command.name, timestamp(call));
  for (const std::string& name : correction.records) (writing.*change)(name);
  correction.changes = writing.changed();
  // Of the same lift as before, also where another one is the latest now.
  const std::string lift = before ? before->lift : std::string{};
  correction.shift = shift_between(before, suggestion_by(writing, correction.lifter, lift, call));
  if (!correction.dry_run) {
    writing.commit();
    call.stored = true;
  }
  confirm(call, report::text(correction, call.now.date, style_of(call)),
          [&] { return report::json(correction); });
}

}  // namespace hinge::cli
