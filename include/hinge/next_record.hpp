#pragma once

#include <functional>

namespace hinge {

/// One record after the other, null after the last one: for what is too much to hold. What it
/// points to holds until the next call.
template <class What>
using NextRecord = std::function<const What*()>;

}  // namespace hinge
