/* SPDX-License-Identifier: MIT */
/*
 * small_pack PACK OUT: write the bag OUT (its ending says of which form), of those files of the folder PACK which are small: a
 * campaign cannot do anything with a database's size. Its manifests are right, so that what stands behind them is reached.
 */
#include <dirent.h>
#include <sys/stat.h>

#include "fuzz.h"
#include "pack/bag.h"

enum { SMALL = 3 << 10 };

static void put_folder(struct fg_bag_writer *bag, const char *pack, const char *folder);

static void put(struct fg_bag_writer *bag, const char *pack, const char *name)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct fg_error err = {0};
    struct stat status;
    fg_buf_printf(&path, "%s/%s", pack, name);
    FUZZ_CHECK(stat(fg_buf_text(&path), &status) == 0, "%s", fg_buf_text(&path));
    if (S_ISDIR(status.st_mode))
        put_folder(bag, pack, name);
    else if (status.st_size <= SMALL)
        fuzz_must(fg_bag_put_file(bag, name, fg_buf_text(&path), NULL, &err), &err, name);
}

static int is_wanted(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strcmp(entry->d_name, "ruleset") != 0 && strcmp(entry->d_name, "reports") != 0;
}

static void put_folder(struct fg_bag_writer *bag, const char *pack, const char *folder)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    struct dirent **entries;
    fg_buf_printf(&path, "%s/%s", pack, folder);
    int count = scandir(fg_buf_text(&path), &entries, is_wanted, alphasort);
    FUZZ_CHECK(count >= 0, "%s", fg_buf_text(&path));
    for (int i = 0; i < count; i++) {
        FG_BUF_AUTO name = FG_BUF_INIT;
        fg_buf_printf(&name, "%s/%s", folder, entries[i]->d_name);
        put(bag, pack, fg_buf_text(&name));
        free(entries[i]);
    }
    free(entries);
}


int main(int argc, char **argv)
{
    struct fg_bag_writer *bag;
    struct fg_error err = {0};
    FG_BUF_AUTO tags = FG_BUF_INIT;
    char digest[FG_SHA256_HEX_SIZE];
    FUZZ_CHECK(argc == 3, "usage: small_pack PACK OUT");
    fuzz_must(fg_bag_writer_open(argv[2], argv[2], &bag, &err), &err, argv[2]);
    put_folder(bag, argv[1], "data");
    fg_bag_tell(bag, "Bag-Software-Agent", "fargauge");
    fuzz_must(fg_bag_write_manifests(bag, &tags, digest, &err), &err, argv[2]);
    fuzz_must(fg_bag_finish(bag, &err), &err, argv[2]);
    fg_bag_writer_close(bag);
    return 0;
}
