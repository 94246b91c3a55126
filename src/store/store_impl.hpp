#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "hinge/store.hpp"
#include "store/sqlite.hpp"

namespace hinge {

struct Store::Impl {
  std::string path;
  Access access = Access::read;
  std::chrono::milliseconds timeout{};
  std::unique_ptr<store::Connection> connection;  ///< none while there is no log yet
  std::vector<std::string> notices;
};

}  // namespace hinge
