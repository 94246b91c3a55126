#include "exchange/csv_writer.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "domain/csv_row.hpp"
#include "exchange/own_words.hpp"

namespace hinge::exchange {
namespace {

template <class Record>
std::vector<const Record*> in_order(const std::vector<Record>& records) {
  std::vector<const Record*> sorted;
  sorted.reserve(records.size());
  for (const Record& record : records) sorted.push_back(&record);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Record* a, const Record* b) {
    return std::pair(a->when.date, a->id) < std::pair(b->when.date, b->id);
  });
  return sorted;
}

std::vector<const History*> by_lifter(const std::vector<History>& logs) {
  std::vector<const History*> sorted;
  sorted.reserve(logs.size());
  for (const History& log : logs) sorted.push_back(&log);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const History* a, const History* b) { return a->lifter.id < b->lifter.id; });
  return sorted;
}

std::string set_row(const std::string& lifter, const Session& session, std::size_t at) {
  const Set& set = session.sets[at];
  CsvRow row;
  row.cell(lifter).cell(session_name(session.id)).cell(iso_date(session.when.date));
  row.cell(to_string(iso_week(session.when.date))).cell(session.lift);
  row.cell(static_cast<std::int64_t>(at + 1)).cell(name_of(set.kind, set_kind_names));
  row.weight(set.weight);
  row.cell(set.reps).yes_or_no(set.failed).score(set.rpe);
  return std::move(row).finished();
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) (text += list_separator) += ' ';
    text += item;
  }
  return text;
}

std::string checkin_row(const std::string& lifter, const CheckIn& checkin) {
  const bool lasts = symptom_of(checkin) >= Symptom::soreness;
  CsvRow row;
  row.cell(lifter).cell(checkin_name(checkin.id));
  row.cell(checkin.session ? session_name(*checkin.session) : "");
  row.cell(iso_date(checkin.when.date));
  row.cell(checkin.when.time ? clock_time(*checkin.when.time) : "");
  row.cell(to_string(checkin.nature)).score(checkin.peak).score(checkin.now);
  row.score(checkin.baseline).cell(checkin.lasted ? csv_hours(*checkin.lasted) : "");
  row.yes_or_no(lasts && !checkin.lasted).cell(checkin.limits).word(checkin.where);
  row.word(checkin.side).word(checkin.onset).cell(joined(checkin.worse_with));
  row.cell(joined(checkin.eases_with)).yes_or_no(checkin.unrelated).cell(checkin.note);
  return std::move(row).finished();
}

}  // namespace

void write_sets_csv(std::ostream& out, const std::vector<History>& logs) {
  out << sets_header << '\n';
  for (const History* const log : by_lifter(logs)) {
    for (const Session* const session : in_order(log->sessions)) {
      for (std::size_t i = 0; i < session->sets.size(); ++i) {
        out << set_row(log->lifter.id, *session, i);
      }
    }
  }
}

void write_feel_csv(std::ostream& out, const std::vector<History>& logs) {
  out << feel_header << '\n';
  for (const History* const log : by_lifter(logs)) {
    for (const CheckIn* const checkin : in_order(log->checkins)) {
      out << checkin_row(log->lifter.id, *checkin);
    }
  }
}

}  // namespace hinge::exchange
