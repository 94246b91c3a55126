#include "exchange/hinge_csv.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "domain/digits.hpp"
#include "exchange/cell_text.hpp"
#include "exchange/own_row.hpp"
#include "hinge/error.hpp"

namespace hinge::exchange {
namespace {

/// Why a row is not of the session that its id names.
std::string moved(std::string_view id) {
  return about_cell("session", id, "has another day or lift than its sets before");
}

/// The number of "s41".
std::optional<unsigned> number_of_id(std::string_view id) {
  return id.empty() ? std::nullopt : number_of_digits(id.substr(1));
}

/// Makes records of rows, as long as they stand together.
class OwnRecords {
 public:
  OwnRecords(const OwnFile& file, bool feel, const RecordTaker& take)
      : columns_(file.header), feel_(feel), excel_safe_(file.excel_safe), take_(take) {
    file_.app = App::hinge;
    file_.in_order = true;
  }

  void take(const CsvRow& row) {
    ++file_.rows;
    if (row.fields.size() != columns_.count()) {
      return note_bad(row.line, std::to_string(row.fields.size()) +
                                    " fields, where the header has " +
                                    std::to_string(columns_.count()));
    }
    if (row.quote_left_open) return note_bad(row.line, "a quote is opened and never closed");
    const OwnRow own(columns_, row, excel_safe_);
    check_lifter(own[Cell::lifter], row.line);
    try {
      feel_ ? take_checkin(own, row.line) : take_set(own, row.line);
    } catch (const Error& bad) {
      note_bad(row.line, bad.what());
    }
  }

  [[nodiscard]] ImportFile account() && {
    hand_over();
    return std::move(file_);
  }

 private:
  /// A session whose rows go on, and what those say that makes them its.
  struct Present {
    std::string id;
    std::string date;
    std::string time;
    std::string lift;
    Imported<Session> session;

    [[nodiscard]] bool is_of(const OwnRow& row) const {
      return row[Cell::session] == id && row[Cell::date] == date && row[Cell::time] == time &&
             row[Cell::lift] == lift;
    }
  };

  void note_bad(std::size_t line, std::string reason) {
    file_.bad.push_back({line, std::move(reason)});
  }

  void check_lifter(std::string_view lifter, std::size_t line) {
    if (!lifter_) lifter_ = lifter;
    if (*lifter_ == lifter) return;
    throw Error(ErrorKind::bad_data,
                "line " + std::to_string(line) + ": the file holds more than one lifter (" +
                    *lifter_ + ", " + std::string(lifter) + ")",
                "export one at a time, with -l NAME");
  }

  [[nodiscard]] std::string key_of(std::string_view id) const {
    return ("hinge:" + *lifter_ + ':').append(id);
  }

  void take_checkin(const OwnRow& row, std::size_t line) {
    const std::string_view id = id_in(row, Cell::checkin);
    Imported<CheckIn> checkin{checkin_in(row), key_of(id), line};
    ++file_.checkin_rows;
    if (take_.checkin) take_.checkin(std::move(checkin));
  }

  void take_set(const OwnRow& row, std::size_t line) {
    if (!present_ || !present_->is_of(row)) return begin_session(row, line);
    add(set_in(row));
  }

  void begin_session(const OwnRow& row, std::size_t line) {
    const std::string_view id = id_in(row, Cell::session);
    const Moment when = day_in(row);
    std::string lift = lift_in(row);
    const Set set = set_in(row);
    const bool light = light_in(row);
    if (present_ && present_->id == id) refuse_row(moved(id));
    hand_over();
    present_.emplace();
    present_->id = id;
    present_->date = row[Cell::date];
    present_->time = row[Cell::time];
    present_->lift = row[Cell::lift];
    present_->session.key = key_of(id);
    present_->session.line = line;
    present_->session.what.when = when;
    present_->session.what.lift = std::move(lift);
    present_->session.what.light = light;
    note_place();
    add(set);
  }

  void add(const Set& set) {
    constexpr std::size_t most_sets = 1000;
    std::vector<Set>& sets = present_->session.what.sets;
    if (sets.size() == most_sets) refuse_row("more than 1000 sets in one session");
    sets.push_back(set);
    ++file_.set_rows;
    ++(set.weight.unit == Unit::kg ? file_.sets_in_kg : file_.sets_in_lb);
  }

  /// Whether days, and on a day ids, have only gone up.
  void note_place() {
    const auto number = number_of_id(present_->id);
    const std::pair place(present_->session.what.when.date, number.value_or(0));
    file_.in_order = file_.in_order && number && (!last_place_ || *last_place_ < place);
    last_place_ = place;
  }

  void hand_over() {
    if (present_ && take_.session) take_.session(std::move(present_->session));
  }

  OwnColumns columns_;
  bool feel_;
  bool excel_safe_;
  const RecordTaker& take_;
  std::optional<std::string> lifter_;
  std::optional<Present> present_;
  std::optional<std::pair<Date, unsigned>> last_place_;
  ImportFile file_;
};

/// Puts the sets of a session together that stand apart in the file.
class WholeSessions {
 public:
  void add(Imported<Session>&& part) {
    const auto [found, is_new] = index_.try_emplace(part.key, sessions_.size());
    if (is_new) {
      sessions_.push_back(std::move(part));
      return;
    }
    Session& whole = sessions_[found->second].what;
    if (whole.when != part.what.when || whole.lift != part.what.lift) {
      misplaced_.push_back(std::move(part));
      return;
    }
    whole.sets.insert(whole.sets.end(), part.what.sets.begin(), part.what.sets.end());
  }

  /// Puts them into `file`, by day; what belongs nowhere, to its bad rows.
  void move_into(ImportFile& file) && {
    for (const auto& part : misplaced_) {
      file.set_rows -= part.what.sets.size();
      for (std::size_t i = 0; i < part.what.sets.size(); ++i) {
        const std::string id = part.key.substr(part.key.rfind(':') + 1);
        file.bad.push_back({part.line + i, moved(id)});
      }
    }
    std::stable_sort(file.bad.begin(), file.bad.end(),
                     [](const BadRow& a, const BadRow& b) { return a.line < b.line; });
    std::stable_sort(sessions_.begin(), sessions_.end(), [](const auto& a, const auto& b) {
      return a.what.when.date < b.what.when.date;
    });
    file.sessions = std::move(sessions_);
  }

 private:
  std::unordered_map<std::string, std::size_t> index_;
  std::vector<Imported<Session>> sessions_;
  std::vector<Imported<Session>> misplaced_;
};

bool has_column(std::span<const std::string_view> header, std::string_view name) {
  return std::any_of(header.begin(), header.end(),
                     [&](std::string_view column) { return trimmed(column) == name; });
}

void require_columns(std::span<const std::string_view> header, std::string_view wanted) {
  for (const std::string_view name : split(wanted, ',')) {
    if (has_column(header, name)) continue;
    throw Error(ErrorKind::bad_data, "line 1: the column " + std::string(name) + " is missing",
                "import what hinge export sets or hinge export feel wrote");
  }
}

}  // namespace

bool is_own_header(std::span<const std::string_view> header) {
  const bool of_sessions = has_column(header, "session") && has_column(header, "lift");
  const bool of_feel = has_column(header, "checkin") && has_column(header, "nature");
  const bool of_weeks = has_column(header, "week_start") && has_column(header, "work_sets");
  return has_column(header, "lifter") && (of_sessions || of_feel || of_weeks);
}

ImportFile read_own_records(const OwnFile& file, const RecordTaker& take) {
  if (has_column(file.header, "work_sets")) {
    throw Error(ErrorKind::bad_data, "line 1: this file has no sets, only what they add up to",
                "import what hinge export sets wrote");
  }
  const bool feel = has_column(file.header, "nature");
  require_columns(file.header,
                  feel ? "lifter,checkin,date,nature" : "lifter,session,date,lift,load,unit,reps");
  OwnRecords records(file, feel, take);
  while (const CsvRow* const row = file.reader.next()) records.take(*row);
  return std::move(records).account();
}

ImportFile read_own(const OwnFile& file) {
  WholeSessions sessions;
  std::vector<Imported<CheckIn>> checkins;
  ImportFile whole = read_own_records(
      file, {[&sessions](Imported<Session>&& session) { sessions.add(std::move(session)); },
             [&checkins](Imported<CheckIn>&& checkin) { checkins.push_back(std::move(checkin)); }});
  std::move(sessions).move_into(whole);
  whole.checkins = std::move(checkins);
  whole.in_order = false;  // nothing is left to bring
  return whole;
}

}  // namespace hinge::exchange
