// The only place that asks the clock, the environment and the terminal.
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <iostream>
#include <new>

#include "cli/exit_code.hpp"
#include "cli/run.hpp"
#include "report/report.hpp"

namespace {

using hinge::Minutes;

/// A database must never be given one of the three standard descriptors.
void open_missing_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) != -1 || errno != EBADF) continue;
    // Closed for writing where it should be open for reading, and the other way round: whoever
    // closed stdout must hear that nothing arrived.
    const int opened = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened != fd) std::_Exit(hinge::cli::exit_code(hinge::ErrorKind::output));
  }
}

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

hinge::cli::Environment environment() {
  return {variable("HINGE_DB"), variable("HINGE_LIFTER"),  variable("HINGE_TODAY"),
          variable("NO_COLOR"), variable("XDG_DATA_HOME"), variable("XDG_CONFIG_HOME"),
          variable("HOME")};
}

int terminal_width() {
  constexpr int usual = 80;
  if (const auto columns = variable("COLUMNS")) {
    int width = 0;
    const auto [end, error] =
        std::from_chars(columns->data(), columns->data() + columns->size(), width);
    if (error == std::errc{} && width > 0) return width;
  }
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual;
}

hinge::cli::Terminal terminal() {
  hinge::cli::Terminal terminal;
  terminal.in = isatty(STDIN_FILENO) == 1;
  terminal.out = isatty(STDOUT_FILENO) == 1;
  terminal.err = isatty(STDERR_FILENO) == 1;
  // A pipe gets the same bytes whatever the window they are typed in.
  if (terminal.out) terminal.width = terminal_width();
  return terminal;
}

/// A pipe whose reader has closed its end, as `head` does.
bool reader_left() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

struct Clock {
  hinge::Moment now;
  Minutes utc_offset{};
};

Clock local_clock() {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return {};
  const std::chrono::year_month_day date{
      std::chrono::year{local.tm_year + 1900},
      std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
      std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  const Minutes time = std::chrono::hours{local.tm_hour} + Minutes{local.tm_min};
  return {{hinge::Date{date}, time}, Minutes{local.tm_gmtoff / 60}};
}

/// Summer time and moves of the zone included, as far as the system knows them.
Minutes utc_offset_at(const hinge::Moment& utc) {
  const auto then = std::chrono::sys_days{utc.date} + utc.time.value_or(Minutes{0});
  const std::time_t seconds = std::chrono::system_clock::to_time_t(then);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return {};
  return Minutes{local.tm_gmtoff / 60};
}

/// Some file systems report a failed write only here.
int close_output(int code) {
  if (close(STDOUT_FILENO) == 0 || code != hinge::cli::done) return code;
  const hinge::Error error(hinge::ErrorKind::output, "the output could not be written",
                           "what you entered, if anything, is stored; see: hinge history");
  std::cerr << hinge::report::text(error);
  return hinge::cli::exit_code(error.kind());
}

int run(int argc, char** argv) {
  const Clock clock = local_clock();
  hinge::cli::Context context{std::cin,   std::cout,        std::cerr,
                              clock.now,  clock.utc_offset, environment(),
                              terminal(), reader_left,      utc_offset_at};
  return hinge::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc}, context);
}

bool asked_for_json(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--json") == 0) return true;
  }
  return false;
}

int report_bug(std::string_view what, bool json) {
  std::cerr << "hinge: this is a bug in hinge: " << what
            << "; please report it with the command you typed\n";
  if (json) std::cerr << hinge::report::json_of_bug(what);
  return hinge::cli::bug;
}

/// For where there is no memory to say it in another way.
int report_out_of_memory() {
  constexpr std::string_view said =
      "hinge: the memory ran out; close other programs, and see what is stored: hinge history\n";
  if (write(STDERR_FILENO, said.data(), said.size()) < 0) return hinge::cli::bug;
  return hinge::cli::exit_code(hinge::ErrorKind::database);
}

[[noreturn]] void end_uncaught() noexcept {
  try {
    if (const auto thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    std::_Exit(report_out_of_memory());
  } catch (...) {
    std::abort();
  }
  std::abort();
}

// CLI11 makes objects before main begins, and clears up where it promised not to throw: nobody can
// catch what is thrown there for want of memory. The priority is the first one free for programs.
[[gnu::constructor(101)]] void set_last_word() { std::set_terminate(end_uncaught); }

}  // namespace

int main(int argc, char** argv) {
  umask(S_IRWXG | S_IRWXO);
  open_missing_descriptors();
  // A reader that leaves early is no failure of ours: the write says EPIPE, and that is quiet.
  std::signal(SIGPIPE, SIG_IGN);
  // Nor is a limit on the size of files an end without a word: the write says EFBIG.
  std::signal(SIGXFSZ, SIG_IGN);
  std::cin.tie(nullptr);
  int code = 0;
  try {
    code = run(argc, argv);
  } catch (const std::bad_alloc&) {
    code = report_out_of_memory();
  } catch (const std::exception& error) {
    code = report_bug(error.what(), asked_for_json(argc, argv));
  }
  return close_output(code);
}
