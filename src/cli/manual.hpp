#pragma once

#include <string>
#include <vector>

namespace hinge::cli {

/// A manual page in mdoc(7), made from the option table.
struct ManualPage {
  std::string file;  ///< "hinge-log.1"
  std::string text;
};

/// hinge(1), and a page for each command that `hinge help` lists; a group's verbs are on one page.
/// `date` is "November 25, 2026".
[[nodiscard]] std::vector<ManualPage> manual_pages(const std::string& date);

}  // namespace hinge::cli
