// Writes the manual pages of the commands into a folder, while hinge is built.
#include <fstream>
#include <iostream>

#include "cli/manual.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: hinge_manual FOLDER DATE\n";
    return 2;
  }
  for (const auto& page : hinge::cli::manual_pages(argv[2])) {
    std::ofstream file{std::string(argv[1]) + '/' + page.file};
    file << page.text;
    if (!file.flush()) return 1;
  }
  return 0;
}
