#include "cli/export_log.hpp"

#include <algorithm>
#include <utility>

#include "domain/text.hpp"
#include "hinge/policy.hpp"
#include "report/log_json.hpp"

namespace hinge::cli {
namespace {

constexpr std::size_t block_size = std::size_t{64} * 1024;
constexpr Date after_all_days = std::chrono::year{3000} / 1 / 1;

std::string json_of(const PolicyVersion& choice) {
  return R"({"kind":"policy","lift":)" + (choice.lift.empty() ? "null" : json_string(choice.lift)) +
         R"(,"version":)" + std::to_string(choice.version) + R"(,"policy":)" +
         (choice.policy.empty() ? "null" : json_string(choice.policy)) + "}";
}

std::string json_of(const KnownKey& key) {
  return R"({"kind":"key","key":)" + json_string(key.key) + R"(,"record":)" +
         json_string(key.record) + R"(,"digest":)" + json_string(std::to_string(key.digest)) + "}";
}

/// Everything of one lifter that an export holds, as JSON objects.
class Members {
 public:
  explicit Members(const ExportedLifter& from) : from_(from) {}

  [[nodiscard]] std::string lifter() const {
    Lifter lifter = from_.lifter;
    lifter.id = from_.shown_as;
    if (from_.anonymous) lifter.name.clear();
    return report::log_json(lifter);
  }

  template <class Take>
  void each_policy(Take take) const {
    for (const PolicyVersion& choice : from_.store.policies(from_.lifter.id)) {
      // One's own policy has names in it: its own, and a clinician's.
      const bool own = !choice.policy.empty() && built_in_policy(choice.policy) == nullptr;
      if (!from_.anonymous || !own) take(json_of(choice));
    }
  }

  template <class Take>
  void each_session(Take take) const {
    each(from_.store.sessions(from_.lifter.id, since()), take);
  }
  template <class Take>
  void each_checkin(Take take) const {
    each(from_.store.checkins(from_.lifter.id, since()), take);
  }

  template <class Take>
  void each_screen(Take take) const {
    for (Screen& screen : from_.store.history(from_.lifter.id, after_all_days).screens) {
      if (screen.when.date < since() || is_late(screen.when.date)) continue;
      if (from_.anonymous && screen.cleared_by) screen.cleared_by.emplace("");
      take(report::log_json(screen));
    }
  }

  template <class Take>
  void each_key(Take take) const {
    if (from_.anonymous || from_.range.since || from_.range.until) return;
    const auto next = from_.store.keys(from_.lifter.id);
    while (const KnownKey* const key = next()) take(json_of(*key));
  }

 private:
  [[nodiscard]] Date since() const { return from_.range.since.value_or(first_day); }
  [[nodiscard]] bool is_late(Date date) const {
    return from_.range.until && date > *from_.range.until;
  }

  template <class What, class Take>
  void each(const NextRecord<What>& next, Take take) const {
    for (const What* record = next(); record != nullptr; record = next()) {
      if (is_late(record->when.date)) return;
      take(report::log_json(from_.anonymous ? without_text(*record) : *record));
    }
  }

  const ExportedLifter& from_;
};

/// Reads all that is to be written, for what is damaged to be found before.
void verify(const ExportedLifter& from) {
  const auto sessions = from.store.sessions(from.lifter.id, first_day);
  while (sessions() != nullptr) continue;
  const auto checkins = from.store.checkins(from.lifter.id, first_day);
  while (checkins() != nullptr) continue;
  (void)from.store.history(from.lifter.id, after_all_days);
  (void)from.store.policies(from.lifter.id);
}

}  // namespace

LogWriter::LogWriter(Sink sink, TableForm form) : sink_(std::move(sink)), form_(form) {
  if (form_ == TableForm::json) block_ = R"({"schema":"hinge.log/1","lifters":[)";
}

void LogWriter::begin_list(std::string_view name) {
  if (form_ == TableForm::jsonl) return;
  if (in_list_) block_ += ']';
  ((block_ += ",\"") += name) += "\":[";
  in_list_ = true;
  first_in_list_ = true;
}

void LogWriter::put(std::string_view object) {
  if (form_ == TableForm::json) {
    if (!first_in_list_) block_ += ',';
    block_ += object;
  } else {
    // The lifter stands behind the kind.
    const std::size_t kind_end = object.find(',');
    (block_ += object.substr(0, kind_end)) += ",\"lifter\":";
    ((block_ += json_string(lifter_)) += object.substr(kind_end)) += '\n';
  }
  first_in_list_ = false;
  flush_when_full();
}

void LogWriter::flush_when_full() {
  if (block_.size() < block_size) return;
  sink_(block_);
  block_.clear();
}

void LogWriter::write(const ExportedLifter& from, ProgressLine& progress) {
  verify(from);
  const Members members(from);
  const auto take = [&](const std::string& object) {
    progress.step();
    put(object);
  };
  lifter_ = from.shown_as;
  std::string head = members.lifter();
  if (form_ == TableForm::json) {
    head.pop_back();  // what belongs to the lifter comes into the object
    if (!first_lifter_) block_ += ',';
    block_ += head;
  } else {
    (block_ += R"({"kind":"lifter","lifter":)" + json_string(lifter_) + ',') +=
        head.substr(1) + '\n';
  }
  first_lifter_ = false;
  begin_list("policies");
  members.each_policy(take);
  begin_list("sessions");
  members.each_session(take);
  begin_list("checkins");
  members.each_checkin(take);
  begin_list("screens");
  members.each_screen(take);
  begin_list("keys");
  members.each_key(take);
  if (form_ == TableForm::json) block_ += "]}";
  in_list_ = false;
}

void LogWriter::finish() {
  if (form_ == TableForm::json) block_ += "]}\n";
  sink_(block_);
  block_.clear();
}

}  // namespace hinge::cli
