/* SPDX-License-Identifier: MIT */
#include "fargauge/resource.h"

#include "core/embedded.h"
#include "place.h"
#include "unit.h"

static struct place place;
static struct fg_resources *resources;
static struct fg_error err;

static void start(void)
{
    place_start(&place);
    resources = NULL;
}

static void stop(void)
{
    fg_resources_close(resources);
    place_stop(&place);
}

static void open_dir(void)
{
    ck_assert_msg(fg_resources_open(place.dir, &resources, &err) == 0, "%s", err.message);
}

static size_t count_all(void)
{
    const struct fg_resource *first;
    return fg_resources_list(resources, "", &first);
}

START_TEST(embedded_alone)
{
    ck_assert_int_eq(fg_resources_open(NULL, &resources, &err), 0);
    ck_assert_uint_eq(count_all(), fg_embedded_count);
    const struct fg_resource *file = fg_resources_find(resources, "sql/store/begin.sql");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(file->size, strlen(file->data));
    ck_assert_ptr_nonnull(strstr(file->data, "begin immediate;"));
}
END_TEST

START_TEST(list_is_sorted)
{
    const struct fg_resource *first;
    place_write_text(&place, "sql/views/00-first.sql", "");
    open_dir();
    ck_assert_uint_gt(fg_resources_list(resources, "", &first), 1);
    for (size_t i = 1; i < count_all(); i++)
        ck_assert_int_lt(strcmp(first[i - 1].path, first[i].path), 0);
    size_t views = fg_resources_list(resources, "sql/views/", &first);
    ck_assert_uint_gt(views, 1);
    ck_assert_str_eq(first[0].path, "sql/views/00-first.sql");
    for (size_t i = 0; i < views; i++)
        ck_assert_int_eq(strncmp(first[i].path, "sql/views/", 10), 0);
    ck_assert_uint_eq(fg_resources_list(resources, "sql/views/00-first.sql", &first), 1);
    ck_assert_uint_eq(fg_resources_list(resources, "none/", &first), 0);
    ck_assert_uint_eq(fg_resources_list(resources, "zzz", &first), 0);
}
END_TEST

START_TEST(replacing)
{
    place_write(&place, "sql/store/begin.sql", "mine\0too", 8);
    open_dir();
    const struct fg_resource *file = fg_resources_find(resources, "sql/store/begin.sql");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(file->size, 8);
    ck_assert_mem_eq(file->data, "mine\0too", 9);
    ck_assert_uint_eq(count_all(), fg_embedded_count);
    ck_assert_ptr_nonnull(fg_resources_find(resources, "sql/store/commit.sql"));
}
END_TEST

START_TEST(adding)
{
    place_write_text(&place, "sql/queries/deep/er/extra.sql", "select 1;");
    place_write_text(&place, "templates/extra.html", "");
    place_write_text(&place, "sql/.hidden.sql", "x");
    place_write_text(&place, "elsewhere/file.sql", "x");
    place_write_text(&place, "loose.sql", "x");
    open_dir();
    ck_assert_uint_eq(count_all(), fg_embedded_count + 2);
    ck_assert_str_eq(fg_resources_find(resources, "sql/queries/deep/er/extra.sql")->data,
                     "select 1;");
    const struct fg_resource *empty = fg_resources_find(resources, "templates/extra.html");
    ck_assert_uint_eq(empty->size, 0);
    ck_assert_str_eq(empty->data, "");
    ck_assert_ptr_null(fg_resources_find(resources, "loose.sql"));
}
END_TEST

START_TEST(empty_folder_changes_nothing)
{
    open_dir();
    ck_assert_uint_eq(count_all(), fg_embedded_count);
}
END_TEST

static void put(struct fg_resources *layer, const char *path, const char *shown, const char *text)
{
    ck_assert_int_eq(fg_resources_put(layer, path, shown, strdup(text), strlen(text), &err), 0);
}

/* A layer's files come first; what it lacks is its base's, and lists are its own. */
START_TEST(layers)
{
    struct fg_resources *layer = NULL;
    const struct fg_resource *first;
    ck_assert_int_eq(fg_resources_open(NULL, &resources, &err), 0);
    ck_assert_int_eq(fg_resources_open_over(resources, &layer, &err), 0);
    ck_assert_ptr_eq(fg_resources_find(layer, "sql/store/begin.sql"), fg_resources_find(resources, "sql/store/begin.sql"));
    ck_assert_ptr_null(fg_resources_find(layer, "none"));
    put(layer, "z", "dir/z", "1");
    put(layer, "sql/store/begin.sql", "dir/begin.sql", "mine");
    put(layer, "a", "dir/a", "");
    put(layer, "z", "dir/z2", "2");
    ck_assert_str_eq(fg_resources_find(layer, "sql/store/begin.sql")->data, "mine");
    ck_assert_str_eq(fg_resource_shown(fg_resources_find(layer, "z")), "dir/z2");
    ck_assert_str_eq(fg_resource_shown(fg_resources_find(layer, "sql/store/commit.sql")), "sql/store/commit.sql");
    ck_assert_str_ne(fg_resources_find(resources, "sql/store/begin.sql")->data, "mine");
    ck_assert_uint_eq(fg_resources_list(layer, "", &first), 3);
    ck_assert_str_eq(first[0].path, "a");
    ck_assert_str_eq(first[2].path, "z");
    fg_resources_close(layer);
}
END_TEST

START_TEST(missing_file)
{
    const struct fg_resource *file;
    ck_assert_int_eq(fg_resources_open(NULL, &resources, &err), 0);
    ck_assert_ptr_null(fg_resources_find(resources, "sql/none.sql"));
    ck_assert_ptr_null(fg_resources_find(resources, ""));
    ck_assert_int_eq(fg_resources_get(resources, "sql/none.sql", &file, &err), -1);
    ck_assert_int_eq(err.code, FG_INTERNAL);
    ck_assert_ptr_nonnull(strstr(err.message, "sql/none.sql"));
    ck_assert_int_eq(fg_resources_get(resources, "sql/store/begin.sql", &file, &err), 0);
    ck_assert_str_eq(file->path, "sql/store/begin.sql");
}
END_TEST

START_TEST(bad_folders)
{
    static const char *const names[] = {"none", "file.txt", "broken", "file.txt/below"};
    struct fg_resources *untouched = NULL;
    place_write_text(&place, "file.txt", "x");
    place_write_text(&place, "broken/sql", "a file where a folder belongs");
    for (size_t i = 0; i < LENGTH(names); i++) {
        err = (struct fg_error){0};
        ck_assert_msg(fg_resources_open(place_path(&place, names[i]), &untouched, &err) == -1, "%s",
                      names[i]);
        ck_assert_ptr_null(untouched);
        ck_assert_int_eq(err.code, FG_IO);
        ck_assert_ptr_nonnull(strstr(err.message, names[i]));
        ck_assert_ptr_null(strstr(err.message, "Success"));
        ck_assert_str_ne(err.hint, "");
    }
}
END_TEST

/* A link that leads nowhere is a file that cannot be read, not one that is not there. */
START_TEST(dangling_link)
{
    struct fg_resources *untouched = NULL;
    place_write_text(&place, "sql/store/begin.sql", "x");
    ck_assert_int_eq(symlink("/nowhere/at/all", place_path(&place, "sql/store/commit.sql")), 0);
    ck_assert_int_eq(fg_resources_open(place.dir, &untouched, &err), -1);
    ck_assert_ptr_null(untouched);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "commit.sql"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("resource");
    TCase *all = tcase_create("resource");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, embedded_alone);
    tcase_add_test(all, list_is_sorted);
    tcase_add_test(all, replacing);
    tcase_add_test(all, adding);
    tcase_add_test(all, empty_folder_changes_nothing);
    tcase_add_test(all, layers);
    tcase_add_test(all, missing_file);
    tcase_add_test(all, bad_folders);
    tcase_add_test(all, dangling_link);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
