#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "hinge/checkin.hpp"
#include "hinge/lifter.hpp"
#include "hinge/screen.hpp"
#include "hinge/session.hpp"

/// Records as hinge.history/1 writes them, read again. What is computed there (working_load,
/// e1rm_kg, load_kg, counted_as) is taken and not looked at. Each throws Error{bad_data} that names
/// the place by its JSON pointer.
namespace hinge::exchange {

/// Id 0 where none is given. Sets may also be one text in the notation of `hinge log`, whose bare
/// loads are in the loading's unit.
[[nodiscard]] Session session_in(const nlohmann::json& value, const std::string& pointer,
                                 const Loading& loading);
[[nodiscard]] CheckIn checkin_in(const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] Screen screen_in(const nlohmann::json& value, const std::string& pointer);

/// {"id", "unit", "bar", "step", "lifts": {"sumo": {"bar", "step"}}}; what is absent is the usual
/// of the unit, and the unit `otherwise`.
[[nodiscard]] Lifter lifter_in(const nlohmann::json& value, const std::string& pointer,
                               Unit otherwise);

/// The id of the lift that a name stands for; refuses others with `did you mean`.
[[nodiscard]] std::string lift_in(const std::string& name, const std::string& pointer);

}  // namespace hinge::exchange
