/* SPDX-License-Identifier: MIT */
/*
 * Task definitions: `aws ecs describe-task-definition`, {"taskDefinition": {...}, "tags": [...]}, where the
 * whole document is the record, because the tags stand beside the definition; the definition alone, as
 * `--query taskDefinition` prints it; and AWS::ECS::TaskDefinition.
 * Sources: the ECS API's DescribeTaskDefinition response (TaskDefinition, ContainerDefinition, Volume); AWS
 * Config's published schema of AWS::ECS::TaskDefinition.
 *
 * The values of environment variables are looked at nowhere: they may be secrets.
 */
#include <string.h>

#include "ingest/map/seen.h"

enum { TASK_DEFINITION, TASK_DEFINITION_ARN, CONTAINERS };

static const struct fg_member members[] = {
    [TASK_DEFINITION] = {"taskDefinition", 0},
    [TASK_DEFINITION_ARN] = {"taskDefinitionArn", 0},
    [CONTAINERS] = {"containerDefinitions", 0},
    {"family", 0},
    {"revision", 0},
    {"status", 0},
    {"networkMode", 0},
    {"pidMode", 0},
    {"ipcMode", 0},
    {"runtimePlatform", 0},
    {"requiresCompatibilities", 0},
    {"taskRoleArn", 0},
    {"executionRoleArn", 0},
    {"registeredAt", 0},
    {"deregisteredAt", 0},
    {"volumes", 0},
    {"tags", 0},
    {NULL, 0},
};

static const struct fg_binding bindings[] = {
    {"family", "family", FG_BINDS_TEXT, NULL},
    {"revision", "revision", FG_BINDS_COUNT, NULL},
    {"status", "status", FG_BINDS_TEXT, NULL},
    {"networkMode", "network_mode", FG_BINDS_TEXT, NULL},
    {"pidMode", "pid_mode", FG_BINDS_TEXT, NULL},
    {"ipcMode", "ipc_mode", FG_BINDS_TEXT, NULL},
    {"runtimePlatform.operatingSystemFamily", "operating_system_family", FG_BINDS_TEXT, NULL},
    {"runtimePlatform.cpuArchitecture", "cpu_architecture", FG_BINDS_TEXT, NULL},
    {"requiresCompatibilities", "requires_compatibilities", FG_BINDS_NAMES, NULL},
    {"taskRoleArn", "task_role_arn", FG_BINDS_TEXT, NULL},
    {"executionRoleArn", "execution_role_arn", FG_BINDS_TEXT, NULL},
    {"registeredAt", "registered_at", FG_BINDS_TIME, NULL},
    {"deregisteredAt", "deregistered_at", FG_BINDS_TIME, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

static const struct fg_binding container_bindings[] = {
    {"name", "name", FG_BINDS_TEXT, NULL},
    {"image", "image", FG_BINDS_TEXT, NULL},
    {"essential", "essential", FG_BINDS_FLAG, NULL},
    {"privileged", "privileged", FG_BINDS_FLAG, NULL},
    {"readonlyRootFilesystem", "readonly_root_filesystem", FG_BINDS_FLAG, NULL},
    {"user", "user", FG_BINDS_TEXT, NULL},
    {"logConfiguration.logDriver", "log_driver", FG_BINDS_TEXT, NULL},
    {NULL, NULL, FG_BINDS_TEXT, NULL},
};

/* ---- Volumes ---- */

/* What a volume is, by the member that says how it is mounted. */
static const struct volume_kind {
    const char *member, *kind, *file_system, *transit_encryption;
} volume_kinds[] = {
    {"efsVolumeConfiguration", "efs", "fileSystemId", "transitEncryption"},
    {"fsxWindowsFileServerVolumeConfiguration", "fsx_windows", "fileSystemId", NULL},
    {"s3filesVolumeConfiguration", "s3files", "fileSystemArn", NULL},
    {"dockerVolumeConfiguration", "docker", NULL, NULL},
};

static void bind_volume(struct fg_statement *insert, const struct fg_part *volume)
{
    fg_bind_text(insert, "kind", "other");
    for (size_t i = 0; i < sizeof volume_kinds / sizeof volume_kinds[0]; i++) {
        const struct volume_kind *kind = &volume_kinds[i];
        struct fg_part mounted = fg_part_object(volume, kind->member);
        if (mounted.value == NULL)
            continue;
        fg_bind_text(insert, "kind", kind->kind);
        if (kind->file_system != NULL)
            fg_bind_text(insert, "file_system_id", fg_part_text(&mounted, kind->file_system));
        if (kind->transit_encryption != NULL)
            fg_bind_text(insert, "transit_encryption", fg_part_text(&mounted, kind->transit_encryption));
    }
}

static int insert_volume(struct fg_load *load, int64_t definition, int position,
                         const struct fg_part *volume, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/volume", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "task_definition", definition);
    fg_bind_int(insert, "position", position);
    fg_bind_text(insert, "name", fg_part_text(volume, "name"));
    bind_volume(insert, volume);
    return fg_load_insert(insert, NULL, err);
}

/* ---- Containers ---- */

/* The lists of what a container finds in its environment. */
static const struct variables {
    const char *member, *kind;
} variables[] = {
    {"environment", "environment"},
    {"secrets", "secret"},
};

/* Which container: its definition's row, and its place there. */
struct container_key {
    int64_t definition;
    int position;
};

static int insert_variable(struct fg_load *load, struct container_key container, const struct variables *list,
                           int position, const struct fg_part *variable, struct fg_error *err)
{
    struct fg_statement *insert;
    const char *name = fg_part_text(variable, "name");
    if (name == NULL) {
        fg_problem_set(variable->problem, "wrong_type", "%s: an entry without a name", list->member);
        return 0;
    }
    if (fg_load_statement(load, "store/container_variable", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "task_definition", container.definition);
    fg_bind_int(insert, "container", container.position);
    fg_bind_text(insert, "kind", list->kind);
    fg_bind_int(insert, "position", position);
    fg_bind_text(insert, "name", name);
    return fg_load_insert(insert, NULL, err);
}

static int insert_variables(struct fg_load *load, struct container_key container, const struct variables *list,
                            const struct fg_part *of, struct fg_error *err)
{
    int position = 0;
    for (const struct fg_value *at = fg_first(fg_part_list(of, list->member)); at != NULL; at = fg_next(at)) {
        struct fg_part variable = fg_part_element(of, list->member, at);
        if (insert_variable(load, container, list, position++, &variable, err) < 0)
            return -1;
    }
    return 0;
}

static int insert_container(struct fg_load *load, int64_t definition, int position,
                            const struct fg_part *container, struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/container", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "task_definition", definition);
    fg_bind_int(insert, "position", position);
    fg_bind_int(insert, "has_log_configuration", fg_part_object(container, "logConfiguration").value != NULL);
    fg_part_bind(load, insert, container, container_bindings);
    if (fg_load_insert(insert, NULL, err) < 0)
        return -1;
    struct container_key key = {definition, position};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++)
        if (insert_variables(load, key, &variables[i], container, err) < 0)
            return -1;
    return 0;
}

/* ---- The definition ---- */

typedef int insert_fn(struct fg_load *load, int64_t definition, int position, const struct fg_part *part,
                      struct fg_error *err);

static const struct {
    const char *member;
    insert_fn *insert;
} lists[] = {
    {"containerDefinitions", insert_container},
    {"volumes", insert_volume},
};

static int insert_list(struct fg_load *load, int64_t definition, const char *member, insert_fn *insert,
                       const struct fg_part *of, struct fg_error *err)
{
    int position = 0;
    for (const struct fg_value *at = fg_first(fg_part_list(of, member)); at != NULL; at = fg_next(at)) {
        struct fg_part part = fg_part_element(of, member, at);
        if (insert(load, definition, position++, &part, err) < 0)
            return -1;
    }
    return 0;
}

static void bind_containers(struct fg_load *load, struct fg_statement *insert, const struct fg_seen *seen)
{
    (void)load;
    fg_bind_int(insert, "containers_known", fg_part_has(&seen->part, "containerDefinitions"));
}

/* Config's ids are FAMILY:REVISION, or the family alone, which does not tell which revision is meant. */
static void name(const struct fg_seen *seen, struct fg_buf *out)
{
    const char *const candidates[] = {seen->name, seen->id};
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        const char *colon = candidates[i] == NULL ? NULL : strchr(candidates[i], ':');
        if (colon == NULL || colon == candidates[i] || colon[1] == '\0' ||
            strspn(colon + 1, "0123456789") != strlen(colon + 1))
            continue;
        fg_buf_printf(out, "task-definition/%s", candidates[i]);
        return;
    }
}

static const struct fg_seen_kind kind = {
    .kind = "task-definition",
    .arn = "taskDefinitionArn",
    .statement = "store/task_definition",
    .bindings = bindings,
    .bind = bind_containers,
    .name = name,
};

int fg_map_task_definition(struct fg_load *load, const struct fg_seen *seen, struct fg_error *err)
{
    struct fg_seen_rows rows;
    int status = fg_seen_store(load, seen, &kind, &rows, err);
    for (size_t i = 0; status > 0 && i < sizeof lists / sizeof lists[0]; i++)
        if (insert_list(load, rows.row, lists[i].member, lists[i].insert, &seen->part, err) < 0)
            return -1;
    return status < 0 ? -1 : 0;
}

static int map(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
               struct fg_error *err)
{
    struct fg_seen seen = fg_seen_in_ecs(record, root);
    if (fg_has(root, "taskDefinition"))
        seen.part = fg_part_object(&seen.part, "taskDefinition");
    return fg_map_task_definition(load, &seen, err);
}

/* The answer; or the definition alone, which has an ARN, unlike the input of register-task-definition. */
static bool recognises(const struct fg_record *record)
{
    const char *answer = fg_buf_text(&record->text) + record->member[TASK_DEFINITION].at;
    if (fg_record_has(record, TASK_DEFINITION))
        return answer[0] == '{';
    return fg_record_has(record, TASK_DEFINITION_ARN) && fg_record_has(record, CONTAINERS);
}

const struct fg_mapper fg_ecs_task_definitions = {
    .kind = "ecs_task_definitions",
    .members = members,
    .map = map,
    .recognises = recognises,
};
