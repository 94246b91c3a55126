#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.hpp"

/// The words of `config`.
namespace hinge::report {

enum class SettingSource : std::uint8_t { option, environment, file, standard };

/// One setting as it stands now.
struct Setting {
  std::string key;
  std::string value;  ///< empty: none is set
  SettingSource from = SettingSource::standard;
  std::string name;     ///< of the option or the variable it comes from
  std::string meaning;  ///< in a few words
};

/// `undo` is the command that takes a change back; empty: there is none to name.
[[nodiscard]] std::string text(const std::vector<Setting>& settings, const std::string& file,
                               const std::string& undo, const Style& style);
/// hinge.config/1.
[[nodiscard]] std::string json(const std::vector<Setting>& settings, const std::string& file);

}  // namespace hinge::report
