/* SPDX-License-Identifier: MIT */
#include "cmd/command.h"

extern const struct fg_command fg_command_report, fg_command_import, fg_command_assess,
    fg_command_render, fg_command_explain, fg_command_controls, fg_command_waivers, fg_command_status,
    fg_command_templates, fg_command_merge, fg_command_pack, fg_command_sign, fg_command_verify, fg_command_diff,
    fg_command_completion;

const struct fg_command *const fg_commands[] = {
    &fg_command_report,  &fg_command_import,   &fg_command_assess,  &fg_command_render,    &fg_command_status,
    &fg_command_diff,    &fg_command_explain,  &fg_command_controls, &fg_command_waivers,  &fg_command_templates,
    &fg_command_merge,   &fg_command_pack,     &fg_command_sign,    &fg_command_verify,    &fg_command_completion,
    NULL,
};

const struct fg_option fg_common_options[] = {
    {"help", FG_OPTION_FLAG, offsetof(struct fg_common, help), ""},
    {"quiet", FG_OPTION_FLAG, offsetof(struct fg_common, quiet), ""},
    {"no-progress", FG_OPTION_FLAG, offsetof(struct fg_common, no_progress), ""},
    {"color", FG_OPTION_CHOICE, offsetof(struct fg_common, color), "auto|always|never"},
    {"controls", FG_OPTION_INPUT, offsetof(struct fg_common, controls), "DIR"},
    {"max-steps", FG_OPTION_NUMBER, offsetof(struct fg_common, max_steps), "N"},
    {"resource-dir", FG_OPTION_INPUT, offsetof(struct fg_common, resource_dir), "DIR"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};
