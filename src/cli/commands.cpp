#include "cli/commands.hpp"

#include <array>

namespace hinge::cli {
namespace {

// To add a command: one file, one declaration in commands.hpp, and one row here.
constexpr std::array table = {
    &log_command,    &feel_command,         &screen_command,      &next_command,
    &plan_command,   &replay_command,       &chart_command,       &status_command,
    &report_command, &history_command,      &show_command,        &edit_command,
    &delete_command, &undo_command,         &redo_command,        &purge_command,
    &lifter_command, &policy_command,       &import_command,      &export_command,
    &learn_command,  &backup_command,       &restore_command,     &doctor_command,
    &config_command, &suggest_json_command, &completions_command, &complete_command,
    &help_command,
};

}  // namespace

std::span<const CommandSpec* const> all_commands() { return table; }

}  // namespace hinge::cli
