#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/run.hpp"

namespace hinge::cli {

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// A world of its own for each test: an empty home, no terminal, and Sunday 22 November 2026, 18:30
/// in UTC+1.
class World {
 public:
  World() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hinge-cli-XXXXXX").string();
    home_ = mkdtemp(pattern.data());
    environment.home = home_.string();
  }
  ~World() { std::filesystem::remove_all(home_); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  Ran run(const std::vector<std::string>& args, const std::string& typed = {}) {
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    Context context{in, out, err, now, std::chrono::hours{1}, environment, terminal};
    const int code = cli::run(args, context);
    return {code, out.str(), err.str()};
  }

  /// At a terminal, where hinge may ask.
  Ran talk(const std::vector<std::string>& args, const std::string& typed) {
    terminal.in = terminal.err = true;
    Ran ran = run(args, typed);
    terminal.in = terminal.err = false;
    return ran;
  }

  [[nodiscard]] std::filesystem::path home() const { return home_; }
  [[nodiscard]] std::filesystem::path database() const {
    return home_ / ".local/share/hinge/hinge.db";
  }
  /// Every byte of the database; empty where there is none.
  [[nodiscard]] std::string bytes() const {
    std::ifstream file(database(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void write(const std::filesystem::path& below_home, const std::string& text) const {
    std::filesystem::create_directories((home_ / below_home).parent_path());
    std::ofstream(home_ / below_home) << text;
  }

  Environment environment;
  Terminal terminal;
  Moment now{std::chrono::year{2026} / 11 / 22, std::chrono::hours{18} + Minutes{30}};

 private:
  std::filesystem::path home_;
};

}  // namespace hinge::cli
