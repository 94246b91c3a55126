#pragma once

#include <array>

#include "exchange/layout.hpp"

namespace hinge::exchange {

/// Strong (strong.cpp), Hevy (hevy.cpp) and FitNotes (fitnotes.cpp).
extern const ForeignApp strong;
extern const ForeignApp hevy;
extern const ForeignApp fitnotes;

/// Every app whose export is read, the most particular header first.
inline constexpr std::array<const ForeignApp*, 3> foreign_apps{&strong, &hevy, &fitnotes};

}  // namespace hinge::exchange
