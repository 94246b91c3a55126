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
  std::unique_ptr<store::Connection> connection;
  std::vector<std::string> notices;

  /// Opens the log if that is still to be done; null while there is none.
  store::Connection* database();
};

}  // namespace hinge
