#include "cli/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <vector>

#include "cli/input_file.hpp"
#include "cli/log_file.hpp"
#include "domain/did_you_mean.hpp"
#include "store/draft.hpp"
#include "store/file.hpp"

namespace hinge::cli {
namespace {

namespace fs = std::filesystem;

/// Throws std::bad_alloc where it was the memory that ran out, and no file's fault.
Error not_written(const std::string& path, const std::string& what, int code) {
  if (code == ENOMEM) throw std::bad_alloc();
  const bool full = code == ENOSPC || code == EDQUOT;
  return {ErrorKind::output, path + " " + what + ": " + std::strerror(code),
          full ? "make room and try again" : "check the path and the permissions"};
}

/// The absolute path of the file meant. A link stays one: what it leads to is replaced.
std::string resolved(const std::string& path) {
  std::error_code code;
  const fs::path absolute = fs::absolute(path, code);
  const fs::path found = code ? absolute : fs::weakly_canonical(absolute, code);
  if (code) throw not_written(path, "can't be reached", code.value());
  return found.string();
}

void refuse_what_is_no_output(const std::string& path) {
  if (path.find('\0') != std::string::npos) {
    throw Error(ErrorKind::output, "a file name can't hold a NUL byte");
  }
  if (fs::path(path).filename().empty()) {
    throw Error(ErrorKind::output, "'" + path + "' names no file", "name a file in it");
  }
  const std::string_view oddity = store::oddity_at(path);
  if (!oddity.empty()) {
    throw Error(ErrorKind::output, path + " is " + std::string(oddity) + ", not a file",
                "name a file, or leave -o out: it goes to standard output");
  }
  if (begins_as_a_database(path)) {
    throw Error(ErrorKind::output, path + " is a database, perhaps a log; it was left alone",
                "choose another name");
  }
}

/// 0, or why the folder of `path` could not be made durable.
int sync_folder_of(const std::string& path) {
  const int folder = open(fs::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return errno;
  const int code = fsync(folder) == 0 ? 0 : errno;
  close(folder);
  return code;
}

}  // namespace

bool begins_as_a_database(const std::string& path) {
  constexpr std::string_view magic = "SQLite format 3";
  std::array<char, magic.size()> head{};
  std::ifstream file = input_file(path);
  return file.read(head.data(), head.size()) && magic == std::string_view(head.data(), head.size());
}

Output::Output(const std::string& path) {
  try {
    refuse_what_is_no_output(path);
    path_ = resolved(path);
    store::make_folder_of(path_);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::database) throw;
    throw Error(ErrorKind::output, error.what(), "check the path and the permissions");
  }
  held_.emplace();
  draft_ = (fs::path(path_).parent_path() / ".hinge-XXXXXX").string();
  descriptor_ = mkostemp(draft_.data(), O_CLOEXEC);  // 0600
  if (descriptor_ >= 0) return;
  const int code = errno;
  draft_.clear();
  throw not_written(path_, "can't be written", code);
}

Output::~Output() { leave_nothing(); }

void Output::leave_nothing() {
  if (descriptor_ >= 0) close(descriptor_);
  descriptor_ = -1;
  if (!draft_.empty()) unlink(draft_.c_str());
  draft_.clear();
}

void Output::heed_signals() {
  if (!HeldSignals::any_waits()) return;
  leave_nothing();
  held_.reset();
}

void Output::write(std::string_view text) {
  if (out_ != nullptr) {
    *out_ << text;
    return;
  }
  heed_signals();
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw not_written(path_, "could not be written", errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Output::commit() {
  if (out_ != nullptr) return;
  // A failed fsync is never tried again: what it lost, it lost.
  const int synced = fsync(descriptor_) == 0 ? 0 : errno;
  const int closed = close(descriptor_) == 0 ? 0 : errno;
  descriptor_ = -1;
  if (synced != 0 || closed != 0) {
    throw not_written(path_, "could not be written", synced != 0 ? synced : closed);
  }
  if (store::have_same_content(draft_, path_)) return;
  put_in_place();
}

void Output::put_in_place() {
  if (std::rename(draft_.c_str(), path_.c_str()) != 0) {
    throw not_written(path_, "could not be put in its place", errno);
  }
  draft_.clear();
  if (const int code = sync_folder_of(path_); code != 0) {
    throw not_written(path_, "is written, but might not outlast a power cut", code);
  }
}

std::string filled_pattern(std::string_view pattern,
                           const std::map<std::string_view, std::string>& values) {
  std::string filled;
  for (;;) {
    const auto open = pattern.find('{');
    filled += pattern.substr(0, open);
    if (open == std::string_view::npos) return filled;
    const auto close = pattern.find('}', open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto found = values.find(name);
    if (close == std::string_view::npos || found == values.end()) {
      std::vector<std::string_view> names;
      names.reserve(values.size());
      for (const auto& [known, value] : values) names.push_back(known);
      throw Error(ErrorKind::usage, "-o has no value for {" + std::string(name) + "}",
                  did_you_mean_or(name, names, "it knows " + any_of(names) + ", in braces"));
    }
    filled += found->second;
    pattern.remove_prefix(close + 1);
  }
}

bool is_per_lifter(const Invocation& call) {
  const auto pattern = call.arguments.value(output_option.name);
  if (pattern) (void)filled_pattern(*pattern, {{"lifter", ""}, {"week", ""}});
  return pattern && pattern->find("{lifter}") != std::string::npos;
}

Output output_for(Invocation& call, const std::map<std::string_view, std::string>& values) {
  const auto pattern = call.arguments.value(output_option.name);
  if (!pattern || *pattern == "-") return Output(call.context.out);
  const std::string path = filled_pattern(*pattern, values);
  refuse_beside_log(call, path);
  return Output(path);
}

}  // namespace hinge::cli
