#pragma once

#include <string>

namespace hinge::store {

/// Whether both files can be read and hold the same bytes.
[[nodiscard]] bool have_same_content(const std::string& one, const std::string& other);

/// How the names of files in the making begin, in the folder they are for.
inline constexpr const char* draft_prefix = ".hinge-";

/// An empty new file, 0600, in the folder it is to stay in; gone with the object, unless it has
/// been given a name. Throws Error{output}.
class Draft {
 public:
  /// Makes the folder, 0700, where there is none.
  explicit Draft(const std::string& folder);
  Draft(Draft&& other) noexcept;
  Draft& operator=(Draft&&) = delete;
  ~Draft();

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Gives it the name `path`, in the same folder, durably. False: something stands there already,
  /// and is left alone. Call it once the content is durable.
  [[nodiscard]] bool publish(const std::string& path);

 private:
  std::string path_;
};

}  // namespace hinge::store
