#include "cli/import_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <istream>
#include <iterator>
#include <sstream>

#include "cli/input_file.hpp"
#include "exchange/fitnotes_rows.hpp"
#include "store/fitnotes_backup.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;
using exchange::ImportFile;
using exchange::ImportOptions;
using exchange::Keep;

Error bad_data(const std::string& message, const std::string& hint) {
  return {ErrorKind::bad_data, message, hint};
}

/// What `read` returns; what it refuses, with the file's name.
template <class Read>
ImportFile naming(const std::string& name, Read read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::bad_data) throw;
    throw bad_data(fmt::format("{}: {}", name, error.what()), error.hint());
  }
}

/// Whether the file at `name` begins as databases do.
bool is_backup(const std::string& name, std::istream& file) {
  std::error_code unknown;
  if (!fs::is_regular_file(name, unknown)) return false;
  std::string head(16, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  file.clear();
  file.seekg(0);
  if (!file) throw bad_data(name + " can't be read", "check the disk it is on");
  return store::is_database(head);
}

/// The backup of FitNotes in `file`, as the CSV that the app would export.
std::string csv_of_backup(const std::string& name, std::istream& file) {
  constexpr std::uintmax_t most_bytes = std::uintmax_t{256} << 20U;
  std::error_code unreadable;
  const std::uintmax_t bytes = fs::file_size(name, unreadable);
  if (unreadable) throw bad_data(name + " can't be read", "check the disk it is on");
  if (bytes > most_bytes) {
    throw bad_data(name + " is over 256 MiB, more than any FitNotes backup",
                   "export it as CSV from the app it is of");
  }
  exchange::FitNotesRows rows;
  try {
    store::read_fitnotes_backup(
        {std::istreambuf_iterator<char>(file), {}}, [&rows](const store::FitNotesSet& set) {
          rows.add(set.day, set.exercise, set.kilograms, set.reps, set.comment);
        });
  } catch (const Error& error) {
    throw bad_data(fmt::format("{}: {}", name, error.what()), error.hint());
  }
  return std::move(rows).csv();
}

ImportFile read_whole(const std::string& name, std::istream& in, const ImportOptions& options) {
  return naming(name, [&] { return read_import(in, options); });
}

/// Its records only where they can't be read once more.
ImportFile read_regular(const std::string& name, std::istream& in, const ImportOptions& options) {
  ImportFile file = naming(name, [&] { return read_import(in, options, Keep::account); });
  if (file.app != exchange::App::hinge || file.in_order) return file;
  in.clear();
  in.seekg(0);
  return read_whole(name, in, options);
}

std::ifstream open_file(const std::string& name) {
  std::error_code unknown;
  if (fs::is_directory(name, unknown)) throw bad_data(name + " is a folder", "name the file in it");
  const bool missing = fs::status(name, unknown).type() == fs::file_type::not_found;
  if (missing) throw bad_data("there is no file " + name, "check the name");
  std::ifstream file = input_file(name);
  if (!file) throw bad_data(name + " can't be opened", "check the name and the permissions");
  return file;
}

bool tell_the_same(const ImportFile& a, const ImportFile& b) {
  return a.app == b.app && a.rows == b.rows && a.set_rows == b.set_rows &&
         a.checkin_rows == b.checkin_rows && a.bad.size() == b.bad.size() &&
         a.in_order == b.in_order;
}

}  // namespace

ImportFile read_import_file(Invocation& call, const std::string& name,
                            const ImportOptions& options) {
  if (name == "-") return read_whole("standard input", call.context.in, options);
  std::ifstream file = open_file(name);
  std::error_code unknown;  // what can't be looked at is read as it comes
  if (!fs::is_regular_file(name, unknown)) return read_whole(name, file, options);
  if (!is_backup(name, file)) return read_regular(name, file, options);
  std::istringstream csv(csv_of_backup(name, file));
  return read_whole(name, csv, options);
}

void each_record(const std::string& name, const ImportOptions& options, ImportFile& file,
                 const exchange::RecordTaker& take) {
  if (!file.in_order) {
    for (auto& session : file.sessions) take.session(std::move(session));
    for (auto& checkin : file.checkins) take.checkin(std::move(checkin));
    return;
  }
  std::ifstream again = open_file(name);
  const ImportFile account = naming(name, [&] { return read_records(again, options, take); });
  if (!tell_the_same(account, file)) {
    throw bad_data(name + " was changed while it was read; nothing was stored", "try again");
  }
}

}  // namespace hinge::cli
