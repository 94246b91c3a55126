#include "store/write.hpp"

#include <optional>
#include <string>
#include <vector>

#include "store/checksum.hpp"
#include "store/words.hpp"

namespace hinge::store {

namespace {

std::optional<std::int64_t> count_of(const std::optional<Minutes>& minutes) {
  return minutes ? std::optional{std::int64_t{minutes->count()}} : std::nullopt;
}

std::optional<int> halves_of(const std::optional<Score>& score) {
  return score ? std::optional{score->in_halves()} : std::nullopt;
}

template <class Word>
std::optional<std::string_view> text_of(const std::optional<Word>& word) {
  return word ? std::optional{to_string(*word)} : std::nullopt;
}

std::vector<std::string> words_of(const std::vector<RedFlag>& flags) {
  std::vector<std::string> words;
  words.reserve(flags.size());
  for (const RedFlag flag : flags) words.emplace_back(to_string(flag));
  return words;
}

}  // namespace

void write_lifter(Connection& database, std::int64_t key, const Lifter& lifter) {
  const Loading& usual = lifter.loading;
  Statement{database,
            "INSERT INTO lifter (key, id, name, unit, bar, step, archived, checksum)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
            " ON CONFLICT (key) DO UPDATE SET name = ?3, unit = ?4, bar = ?5, step = ?6,"
            " archived = ?7, removed = 0, checksum = ?8",
            key,
            lifter.id,
            lifter.name,
            to_string(usual.unit),
            usual.bar.nanograms(),
            usual.step.nanograms(),
            lifter.archived,
            checksum_of(lifter, key)}
      .run();
  Statement{database, "DELETE FROM loading WHERE lifter = ?1", key}.run();
  for (const auto& [lift, loading] : lifter.lifts) {
    Statement{database,
              "INSERT INTO loading (lifter, lift, unit, bar, step) VALUES (?1, ?2, ?3, ?4, ?5)",
              key,
              lift,
              to_string(loading.unit),
              loading.bar.nanograms(),
              loading.step.nanograms()}
        .run();
  }
}

void write_session(Connection& database, std::int64_t lifter, const Session& session, Row row) {
  constexpr Sql insert =
      "INSERT INTO session (id, lifter, lift, day, time, utc_offset, imported, light, note,"
      " checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
  constexpr Sql update =
      "UPDATE session SET lifter = ?2, lift = ?3, day = ?4, time = ?5, utc_offset = ?6,"
      " imported = ?7, light = ?8, note = ?9, checksum = ?10 WHERE id = ?1";
  Statement{database,
            row == Row::added ? insert : update,
            session.id,
            lifter,
            session.lift,
            iso_date(session.when.date),
            count_of(session.when.time),
            count_of(session.utc_offset),
            session.imported,
            session.light,
            session.note,
            checksum_of(session, lifter)}
      .run();
  if (row == Row::there) {
    Statement{database, "DELETE FROM session_set WHERE session = ?1", session.id}.run();
  }
  int position = 0;
  for (const Set& set : session.sets) {
    Statement{database,
              "INSERT INTO session_set (session, position, kind, load, unit, reps, failed, rpe)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
              session.id,
              ++position,
              to_string(set.kind),
              set.weight.load.nanograms(),
              to_string(set.weight.unit),
              set.reps,
              set.failed,
              halves_of(set.rpe)}
        .run();
  }
}

void write_checkin(Connection& database, std::int64_t lifter, const CheckIn& checkin, Row row) {
  constexpr Sql insert =
      "INSERT INTO checkin (id, lifter, day, time, utc_offset, nature, peak, lasted, limits, now,"
      " baseline, site, side, onset, worse_with, eases_with, twinge, unrelated, session, note,"
      " checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
      " ?17, ?18, ?19, ?20, ?21)";
  constexpr Sql update =
      "UPDATE checkin SET lifter = ?2, day = ?3, time = ?4, utc_offset = ?5, nature = ?6,"
      " peak = ?7, lasted = ?8, limits = ?9, now = ?10, baseline = ?11, site = ?12, side = ?13,"
      " onset = ?14, worse_with = ?15, eases_with = ?16, twinge = ?17, unrelated = ?18,"
      " session = ?19, note = ?20, checksum = ?21 WHERE id = ?1";
  Statement{database,
            row == Row::added ? insert : update,
            checkin.id,
            lifter,
            iso_date(checkin.when.date),
            count_of(checkin.when.time),
            count_of(checkin.utc_offset),
            to_string(checkin.nature),
            halves_of(checkin.peak),
            count_of(checkin.lasted),
            checkin.limits,
            checkin.now.in_halves(),
            checkin.baseline.in_halves(),
            text_of(checkin.where),
            text_of(checkin.side),
            text_of(checkin.onset),
            json_array(checkin.worse_with),
            json_array(checkin.eases_with),
            checkin.twinge,
            checkin.unrelated,
            checkin.session,
            checkin.note,
            checksum_of(checkin, lifter)}
      .run();
}

void write_screen(Connection& database, std::int64_t lifter, const Screen& screen, Row row) {
  constexpr Sql insert =
      "INSERT INTO screen (id, lifter, day, time, yes, cleared_by, checksum)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
  constexpr Sql update =
      "UPDATE screen SET lifter = ?2, day = ?3, time = ?4, yes = ?5, cleared_by = ?6,"
      " checksum = ?7 WHERE id = ?1";
  Statement{database,
            row == Row::added ? insert : update,
            screen.id,
            lifter,
            iso_date(screen.when.date),
            count_of(screen.when.time),
            json_array(words_of(screen.yes)),
            screen.cleared_by,
            checksum_of(screen, lifter)}
      .run();
}

void write_policy(Connection& database, std::int64_t lifter, const PolicyVersion& choice) {
  Statement{database,
            "INSERT INTO policy_version (id, lifter, lift, version, policy, checksum)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            choice.id,
            lifter,
            choice.lift,
            choice.version,
            choice.policy,
            checksum_of(choice, lifter)}
      .run();
}

}  // namespace hinge::store
