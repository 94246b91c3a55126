#pragma once

#include "cli/command.hpp"

namespace hinge::cli {

extern const CommandSpec status_command;
extern const CommandSpec log_command;
extern const CommandSpec feel_command;
extern const CommandSpec screen_command;
extern const CommandSpec next_command;
extern const CommandSpec plan_command;
extern const CommandSpec replay_command;
extern const CommandSpec report_command;
extern const CommandSpec chart_command;
extern const CommandSpec history_command;
extern const CommandSpec show_command;
extern const CommandSpec edit_command;
extern const CommandSpec delete_command;
extern const CommandSpec undo_command;
extern const CommandSpec redo_command;
extern const CommandSpec purge_command;
extern const CommandSpec lifter_command;
extern const CommandSpec policy_command;
extern const CommandSpec import_command;
extern const CommandSpec export_command;
extern const CommandSpec learn_command;
extern const CommandSpec suggest_json_command;
extern const CommandSpec completions_command;
extern const CommandSpec complete_command;
extern const CommandSpec backup_command;
extern const CommandSpec restore_command;
extern const CommandSpec doctor_command;
extern const CommandSpec config_command;
extern const CommandSpec help_command;

/// Bare `hinge`: status, or a welcome where there is no log yet.
int run_bare(Invocation& call);

}  // namespace hinge::cli
